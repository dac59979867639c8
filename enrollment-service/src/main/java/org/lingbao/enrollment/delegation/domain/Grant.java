package org.lingbao.enrollment.delegation.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lingbao.rules.capacity.Capacity;
import org.lingbao.rules.data.Citation;

/** The answer to a person who names somebody to act for them: granted, or every reason why not. */
public sealed interface Grant {

    /** So it holds. */
    record Granted() implements Grant {}

    /** @param reasons every one that holds, sorted by code */
    record Refused(List<Reason> reasons) implements Grant {
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

        /** It would begin before today: nobody is given a right to what was done already. */
        record BeginsInThePast(LocalDate today) implements Reason {
            @Override
            public String code() {
                return "DELEGATION_BEGINS_IN_THE_PAST";
            }
        }

        /** Its last day is before its first. */
        record EndsBeforeItBegins() implements Reason {
            @Override
            public String code() {
                return "DELEGATION_ENDS_BEFORE_IT_BEGINS";
            }
        }

        /** Who is named is not known under that number and name. */
        record DelegateNotKnown() implements Reason {
            @Override
            public String code() {
                return "DELEGATE_NOT_KNOWN";
            }
        }

        /** Nobody needs a delegation to act for themselves. */
        record DelegateIsThePerson() implements Reason {
            @Override
            public String code() {
                return "DELEGATE_IS_THE_PERSON";
            }
        }

        /**
         * Who is named is too young to act for another (完全民事行为能力). Whether they live on their own work, nobody here knows.
         *
         * @param adult the age of an adult
         * @param ownWork the age from which who lives on their own work counts as one
         */
        record DelegateNotOfAge(int adult, int ownWork, Citation citation) implements Reason {
            @Override
            public String code() {
                return "DELEGATE_NOT_OF_AGE";
            }
        }

        /** A delegation ends with the person's death, so none begins after it. */
        record PersonHasDied() implements Reason {
            @Override
            public String code() {
                return "NOBODY_DELEGATES_AFTER_DEATH";
            }
        }
    }

    /**
     * Decides it.
     *
     * @param capacity what the age of who is named says; told of nobody who is not known by number and name
     * @param died whether the person has
     */
    static Grant of(Term term, Named delegate, Optional<Capacity> capacity, boolean died, LocalDate today) {
        var reasons = new ArrayList<Reason>();
        if (term.from().isBefore(today)) {
            reasons.add(new Reason.BeginsInThePast(today));
        }
        if (term.until().isBefore(term.from())) {
            reasons.add(new Reason.EndsBeforeItBegins());
        }
        switch (delegate) {
            case SOMEBODY -> capacity.flatMap(Grant::tooYoung).ifPresent(reasons::add);
            case THE_PERSON -> reasons.add(new Reason.DelegateIsThePerson());
            case NOBODY -> reasons.add(new Reason.DelegateNotKnown());
        }
        if (died) {
            reasons.add(new Reason.PersonHasDied());
        }
        return reasons.isEmpty() ? new Granted() : new Refused(reasons);
    }

    private static Optional<Reason> tooYoung(Capacity capacity) {
        return switch (capacity) {
            case Capacity.Full _ -> Optional.empty();
            case Capacity.Limited(var _, var adult, var ownWork, var citation) ->
                Optional.of(new Reason.DelegateNotOfAge(adult, ownWork, citation));
        };
    }
}
