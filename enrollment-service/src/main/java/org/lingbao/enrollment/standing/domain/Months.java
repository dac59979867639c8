package org.lingbao.enrollment.standing.domain;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    /** None where they would end before they begin. */
    static Optional<Months> between(YearMonth from, @Nullable YearMonth to) {
        return to != null && to.isBefore(from) ? Optional.empty() : Optional.of(new Months(from, to));
    }

    /** All of them once, in their order, with a gap between each two. */
    static List<Months> union(Collection<Months> all) {
        var found = new ArrayList<Months>();
        for (var months :
                all.stream().sorted(Comparator.comparing(Months::from)).toList()) {
            if (found.isEmpty() || !found.getLast().reaches(months.from)) {
                found.add(months);
            } else {
                var last = found.removeLast();
                found.add(new Months(last.from, later(last.to, months.to)));
            }
        }
        return List.copyOf(found);
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

    /** Those that are among the others, too. */
    Optional<Months> within(Months other) {
        return between(from.isBefore(other.from) ? other.from : from, earlier(to, other.to));
    }

    /** What is left without this one: nothing, or up to two. */
    List<Months> without(YearMonth month) {
        if (!contains(month)) {
            return List.of(this);
        }
        var left = new ArrayList<Months>();
        between(from, month.minusMonths(1)).ifPresent(left::add);
        between(month.plusMonths(1), to).ifPresent(left::add);
        return List.copyOf(left);
    }

    /** What is left without these: nothing, or up to two. */
    List<Months> without(Months other) {
        var left = new ArrayList<Months>();
        between(from, earlier(to, other.from.minusMonths(1))).ifPresent(left::add);
        if (other.to != null) {
            var next = other.to.plusMonths(1);
            between(from.isBefore(next) ? next : from, to).ifPresent(left::add);
        }
        return List.copyOf(left);
    }

    private boolean reaches(YearMonth month) {
        return to == null || !to.plusMonths(1).isBefore(month);
    }

    /** Null is without an end. */
    static @Nullable YearMonth earlier(@Nullable YearMonth a, @Nullable YearMonth b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isBefore(b) ? a : b;
    }

    private static @Nullable YearMonth later(@Nullable YearMonth a, @Nullable YearMonth b) {
        if (a == null || b == null) {
            return null;
        }
        return a.isAfter(b) ? a : b;
    }
}
