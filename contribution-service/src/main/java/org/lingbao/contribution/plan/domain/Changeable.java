package org.lingbao.contribution.plan.domain;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From when on a plan (缴费计划) can be changed (变更): base, tier or period. Whether the month is open, and what may be
 * chosen, is the law's question, not this one.
 *
 * @param from its first month
 * @param until its last month; null: it goes on
 * @param followed whether another plan begins after it: then that one is changed
 * @param settledThrough the last month that is paid or has come by a transfer, where that is not before the month of the change
 * @param inFlight the first month of the earliest bill that the change would take back while a channel may be taking money for it
 */
public record Changeable(
        YearMonth from,
        @Nullable YearMonth until,
        boolean followed,
        @Nullable YearMonth settledThrough,
        @Nullable YearMonth inFlight) {

    /** Why a plan cannot be changed from a month on. */
    public sealed interface Reason {
        /** The plan has ended before, or another one has taken its place. */
        record Ended(YearMonth until) implements Reason {}

        /** The plan begins later. */
        record BeginsLater(YearMonth from) implements Reason {}

        /** The month is paid, or a later one. */
        record Settled(YearMonth through) implements Reason {}

        /** A channel may be taking money for what is billed (支付中); what became of that must be known first. */
        record InFlight(YearMonth month) implements Reason {}

        /** It is what is paid already. */
        record Unchanged() implements Reason {}
    }

    /**
     * Every reason why the plan cannot be changed from this month on; empty: it can.
     *
     * @param unchanged whether what is wished for is what the plan has
     */
    public List<Reason> refusalsOf(YearMonth first, boolean unchanged) {
        return Stream.of(ended(first), beginsLater(first), settled(first), held(), unchanged(unchanged))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Reason> ended(YearMonth first) {
        return until != null && (followed || first.isAfter(until))
                ? Optional.of(new Reason.Ended(until))
                : Optional.empty();
    }

    private Optional<Reason> beginsLater(YearMonth first) {
        return first.isBefore(from) ? Optional.of(new Reason.BeginsLater(from)) : Optional.empty();
    }

    private Optional<Reason> settled(YearMonth first) {
        return settledThrough != null && !first.isAfter(settledThrough)
                ? Optional.of(new Reason.Settled(settledThrough))
                : Optional.empty();
    }

    private Optional<Reason> held() {
        return Optional.ofNullable(inFlight).map(Reason.InFlight::new);
    }

    private static Optional<Reason> unchanged(boolean unchanged) {
        return unchanged ? Optional.of(new Reason.Unchanged()) : Optional.empty();
    }
}
