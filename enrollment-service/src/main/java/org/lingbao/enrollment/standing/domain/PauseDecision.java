package org.lingbao.enrollment.standing.domain;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The answer to who wants to pay no more for a while (中断缴费), or to pay again (恢复缴费). */
public sealed interface PauseDecision {

    /** From this month on nobody pays. */
    record Paused(YearMonth from) implements PauseDecision {}

    /**
     * The person pays again.
     *
     * @param last the last month that is not paid
     */
    record Resumed(PauseId pause, YearMonth last) implements PauseDecision {}

    /** @param reasons every one that holds, sorted by code */
    record Refused(List<Reason> reasons) implements PauseDecision {
        public Refused {
            reasons =
                    reasons.stream().sorted(Comparator.comparing(Reason::code)).toList();
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }
    }

    /** Why not. */
    sealed interface Reason {
        /** The code of the catalogue. */
        String code();

        /** An employer pays, whatever the person wants. */
        record EmployerPays() implements Reason {
            @Override
            public String code() {
                return "RELATION_NOT_FLEXIBLE";
            }
        }

        /** The relation begins later. */
        record BeforeRelation(YearMonth from) implements Reason {
            @Override
            public String code() {
                return "MONTH_BEFORE_RELATION";
            }
        }

        /** The relation has ended by then. */
        record RelationEnded(YearMonth last) implements Reason {
            @Override
            public String code() {
                return "RELATION_ENDED";
            }
        }

        /** Nothing is paid after it anyway. */
        record AfterRetirement(YearMonth lastPayable) implements Reason {
            @Override
            public String code() {
                return "MONTH_AFTER_RETIREMENT";
            }
        }

        /** A month that is paid is not taken back. */
        record MonthsPaid(YearMonth through) implements Reason {
            @Override
            public String code() {
                return "PAID_MONTH_NOT_PAUSED";
            }
        }

        /** The person pays nothing already. */
        record AlreadyPaused(YearMonth from) implements Reason {
            @Override
            public String code() {
                return "ALREADY_PAUSED";
            }
        }

        /** There is nothing to take up again. */
        record NotPaused() implements Reason {
            @Override
            public String code() {
                return "NOT_PAUSED";
            }
        }

        /** The pause begins later. */
        record BeforePause(YearMonth from) implements Reason {
            @Override
            public String code() {
                return "MONTH_BEFORE_PAUSE";
            }
        }

        /** What was paused stays so. */
        record MonthPassed(YearMonth earliest) implements Reason {
            @Override
            public String code() {
                return "MONTH_HAS_PASSED";
            }
        }
    }

    /**
     * Whether a relation is paused from a month on. A month that has passed may be, if nobody has paid it.
     *
     * @param pauses those of what was joined
     * @param paid the months that the person has paid
     */
    static PauseDecision pausing(Standing standing, Collection<Pause> pauses, Set<YearMonth> paid, YearMonth from) {
        var reasons = new ArrayList<>(ofRelation(standing, from));
        open(pauses).ifPresent(pause -> reasons.add(new Reason.AlreadyPaused(pause.from())));
        paid.stream()
                .filter(month -> !month.isBefore(from))
                .max(Comparator.naturalOrder())
                .ifPresent(month -> reasons.add(new Reason.MonthsPaid(month)));
        return reasons.isEmpty() ? new Paused(from) : new Refused(reasons);
    }

    /**
     * Whether it is paid again from a month on; from the first paused one on, the pause was never.
     *
     * @param now the business month
     */
    static PauseDecision resuming(Standing standing, Collection<Pause> pauses, YearMonth from, YearMonth now) {
        var reasons = new ArrayList<>(ofRelation(standing, from));
        if (from.isBefore(now)) {
            reasons.add(new Reason.MonthPassed(now));
        }
        var open = open(pauses);
        if (open.isEmpty()) {
            reasons.add(new Reason.NotPaused());
            return new Refused(reasons);
        }
        var pause = open.get();
        if (from.isBefore(pause.from())) {
            reasons.add(new Reason.BeforePause(pause.from()));
        }
        return reasons.isEmpty() ? new Resumed(pause.id(), from.minusMonths(1)) : new Refused(reasons);
    }

    private static Optional<Pause> open(Collection<Pause> pauses) {
        return pauses.stream().filter(Pause::isOpen).min(Comparator.comparing(Pause::from));
    }

    private static List<Reason> ofRelation(Standing standing, YearMonth from) {
        return Stream.of(employed(standing), outside(standing.months(), from), retired(standing, from))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Reason> employed(Standing standing) {
        return standing instanceof Standing.Employed ? Optional.of(new Reason.EmployerPays()) : Optional.empty();
    }

    private static Optional<Reason> outside(Months months, YearMonth from) {
        if (months.contains(from)) {
            return Optional.empty();
        }
        var to = months.to();
        return Optional.of(
                to == null || from.isBefore(months.from())
                        ? new Reason.BeforeRelation(months.from())
                        : new Reason.RelationEnded(to));
    }

    private static Optional<Reason> retired(Standing standing, YearMonth from) {
        var last = standing.lastPayable();
        return last != null && from.isAfter(last) ? Optional.of(new Reason.AfterRetirement(last)) : Optional.empty();
    }
}
