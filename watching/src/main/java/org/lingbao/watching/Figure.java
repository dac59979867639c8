package org.lingbao.watching;

import java.util.Map;
import java.util.function.Supplier;

/**
 * One number that can be seen from outside.
 *
 * @param metric its name, in words with dots between them, the unit last: {@code lingbao.outbox.oldest.seconds}
 * @param what for who reads it
 * @param labels which of several it is; their values are few and known beforehand
 * @param sql an expression of one whole number, cheap enough to be asked every few seconds; null where there is no such thing
 */
public record Figure(String metric, String what, Map<String, String> labels, Supplier<String> sql) {
    public Figure {
        labels = Map.copyOf(labels);
    }

    /** The only one of its name. */
    public static Figure of(String metric, String what, String sql) {
        return of(metric, what, Map.of(), sql);
    }

    /** One of several of its name. */
    public static Figure of(String metric, String what, Map<String, String> labels, String sql) {
        return new Figure(metric, what, labels, () -> sql);
    }
}
