package org.lingbao.enrollment.standing.domain;

import java.time.YearMonth;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whole months, both ends included.
 *
 * @param from the first month
 * @param to the last month; null while there is no end
 */
public record Months(YearMonth from, @Nullable YearMonth to) {
    public Months {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("months that end before they begin: " + from + " to " + to);
        }
    }

    /** Without an end. */
    public static Months since(YearMonth from) {
        return new Months(from, null);
    }

    public boolean isOpen() {
        return to == null;
    }

    public boolean contains(YearMonth month) {
        return !month.isBefore(from) && (to == null || !month.isAfter(to));
    }

    /** Each of them in order; none while there is no end. */
    public Stream<YearMonth> ended() {
        return to == null
                ? Stream.empty()
                : Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1));
    }
}
