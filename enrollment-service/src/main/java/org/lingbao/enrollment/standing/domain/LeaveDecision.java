package org.lingbao.enrollment.standing.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.employment.Spell;

/** The answer to an employer who declares that somebody left (停保减员): accepted, or every reason why not. */
public sealed interface LeaveDecision {

    /** It ends. */
    record Accepted() implements LeaveDecision {}

    /** It has ended on that very day already. */
    record Known() implements LeaveDecision {}

    /** @param reasons every one that holds, sorted by code */
    record Refused(List<Reason> reasons) implements LeaveDecision {
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

        /** Nobody leaves before the first day. */
        record BeforeStart(LocalDate startsOn) implements Reason {
            @Override
            public String code() {
                return "ENDED_BEFORE_START";
            }
        }

        /** It ended on another day. */
        record AlreadyEnded(LocalDate endedOn) implements Reason {
            @Override
            public String code() {
                return "EMPLOYMENT_ALREADY_ENDED";
            }
        }

        /** It never was: its employer took it back. */
        record Withdrawn(LocalDate on) implements Reason {
            @Override
            public String code() {
                return "EMPLOYMENT_WITHDRAWN";
            }
        }

        /** @param latest the last day that may be declared */
        record TooFarAhead(LocalDate latest) implements Reason {
            @Override
            public String code() {
                return "DAY_TOO_FAR_AHEAD";
            }
        }
    }

    /**
     * @param withdrawnOn the day on which the hire was taken back; null: it was not
     * @param today the business day
     */
    static LeaveDecision of(Spell spell, @Nullable LocalDate withdrawnOn, LocalDate endedOn, LocalDate today) {
        if (withdrawnOn != null) {
            return new Refused(List.of(new Reason.Withdrawn(withdrawnOn)));
        }
        var ended = spell.endedOn();
        if (endedOn.equals(ended)) {
            return new Known();
        }
        var reasons = new ArrayList<Reason>();
        if (endedOn.isBefore(spell.startsOn())) {
            reasons.add(new Reason.BeforeStart(spell.startsOn()));
        }
        if (ended != null) {
            reasons.add(new Reason.AlreadyEnded(ended));
        }
        if (endedOn.isAfter(HireDecision.latest(today))) {
            reasons.add(new Reason.TooFarAhead(HireDecision.latest(today)));
        }
        return reasons.isEmpty() ? new Accepted() : new Refused(reasons);
    }
}
