package org.lingbao.transfer.transfer.domain;

/** The bank account of the new place's agency, to which the money goes (开户银行、银行账号). */
public record Payee(String value) {}
