package org.lingbao.rules.trace;

/** One sentence in both languages of the platform. */
public record Text(String zh, String en) {}
