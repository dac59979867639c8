package org.lingbao.enrollment.standing.domain;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.lingbao.enrollment.standing.domain.Stretch.End;

/** A person's months in a scheme, one by one, each with what it was (参保年限). */
public final class History {
    private History() {}

    /** What a month was. */
    public enum Status {
        /** An employer's (单位参保). */
        EMPLOYED,
        /** The person's, and paid. */
        PAID,
        /** The person's, and not paid (欠缴、未缴). */
        UNPAID,
        /** The person's, and paused (中断缴费). */
        PAUSED
    }

    /** What a person is in a scheme. */
    public enum State {
        /** The person pays (灵活就业参保缴费). */
        ACTIVE,
        /** The person pays nothing for a while (中断). */
        PAUSED,
        /** An employer pays (单位参保). */
        EMPLOYED,
        /** The rights are in another province (已转出). */
        TRANSFERRED_OUT,
        /** The person draws the pension (领取待遇). */
        RETIRED,
        /** The person died (死亡). */
        DECEASED,
        /** It was given up (终止). */
        TERMINATED,
        /** An employment ended, and the person has joined nothing (停保). */
        LEFT,
        /** A resident's: suspended while the person is in the employees' scheme, and kept for bridging (待衔接). */
        BRIDGED,
        /** Nothing has been joined, or nothing is left of it. */
        NONE
    }

    /**
     * One month.
     *
     * @param countsAsService whether it counts as service (计算工龄): one that an employer has, or that the person has paid as a
     *     flexible worker
     */
    public record Month(YearMonth month, Status status, boolean countsAsService) {}

    /** All months up to the given one, in their order. A month in no relation is not there. */
    public static List<Month> of(Collection<Stretch> stretches, Set<YearMonth> paid, YearMonth until) {
        return stretches.stream()
                .flatMap(stretch ->
                        months(stretch.months(), until).map(month -> status(stretch.standing(), paid, month)))
                .sorted(Comparator.comparing(Month::month))
                .toList();
    }

    /**
     * What the person is in a month: by what ended for good, or else by the stretch that has it, or by how the last one before it
     * ended. Who died or gave up is so in that month already.
     */
    public static State in(Collection<Stretch> stretches, Collection<Ending> endings, YearMonth now) {
        return endings.stream()
                .filter(ending -> switch (ending) {
                    case Ending.Died _ -> !ending.last().isAfter(now);
                    case Ending.Retired _ -> ending.last().isBefore(now);
                    case Ending.Terminated _, Ending.Bridged _ -> false;
                })
                .map(Ending::end)
                .min(Comparator.naturalOrder())
                .map(History::after)
                .orElseGet(() -> stretches.stream()
                        .filter(stretch -> !stretch.months().from().isAfter(now))
                        .max(Comparator.comparing(stretch -> stretch.months().from()))
                        .map(last -> state(last, now))
                        .orElse(State.NONE));
    }

    private static State state(Stretch last, YearMonth now) {
        var to = last.months().to();
        var end = last.end();
        if (to != null && end != null && (to.isBefore(now) || to.equals(now) && end == End.TERMINATED)) {
            return after(end);
        }
        return switch (last.standing()) {
            case Standing.Employed _ -> State.EMPLOYED;
            case Standing.Flexible flexible ->
                flexible.paused().stream().anyMatch(pause -> pause.contains(now)) ? State.PAUSED : State.ACTIVE;
        };
    }

    private static State after(End end) {
        return switch (end) {
            case DECEASED -> State.DECEASED;
            case RETIRED -> State.RETIRED;
            case TERMINATED -> State.TERMINATED;
            case TRANSFERRED_OUT -> State.TRANSFERRED_OUT;
            case BRIDGED -> State.BRIDGED;
            case HIRED, OVERTAKEN -> State.NONE;
            case LEFT -> State.LEFT;
        };
    }

    private static Month status(Standing standing, Set<YearMonth> paid, YearMonth month) {
        var status = switch (standing) {
            case Standing.Employed _ -> Status.EMPLOYED;
            case Standing.Flexible _ when paid.contains(month) -> Status.PAID;
            case Standing.Flexible flexible ->
                flexible.paused().stream().anyMatch(pause -> pause.contains(month)) ? Status.PAUSED : Status.UNPAID;
        };
        return new Month(month, status, status == Status.EMPLOYED || status == Status.PAID);
    }

    private static Stream<YearMonth> months(Months months, YearMonth until) {
        var to = months.to();
        var last = to == null || to.isAfter(until) ? until : to;
        return Stream.iterate(months.from(), month -> !month.isAfter(last), month -> month.plusMonths(1));
    }
}
