package org.lingbao.rules.trace;

/** A result with the trace of how it was reached. */
public record Explained<T>(T value, Trace trace) {}
