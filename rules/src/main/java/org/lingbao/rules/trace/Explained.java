package org.lingbao.rules.trace;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A result with how it was reached. The trace is built when somebody asks for it: most results of a forecast over many people are
 * never explained.
 *
 * @param how builds the trace, each time anew; it holds what the rule found, so it answers the same for ever
 */
public record Explained<T>(T value, Supplier<Trace> how) {

    public Trace trace() {
        return how.get();
    }

    /** The same result said otherwise; how it was reached stays. */
    public <U> Explained<U> map(Function<? super T, ? extends U> translation) {
        return new Explained<>(translation.apply(value), how);
    }
}
