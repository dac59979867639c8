package org.lingbao.contribution.transfer.domain;

/** What the bank's statement names the money of a transfer by (结算附言). */
public record SettlementReference(String value) {}
