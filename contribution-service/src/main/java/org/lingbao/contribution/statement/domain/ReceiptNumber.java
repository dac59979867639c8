package org.lingbao.contribution.statement.domain;

/** The number on a receipt (收据号). */
public record ReceiptNumber(String value) {}
