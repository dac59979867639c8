package org.lingbao.enrollment.delegation.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
     * @param died whether the person has
     */
    static Grant of(Term term, Named delegate, boolean died, LocalDate today) {
        var reasons = new ArrayList<Reason>();
        if (term.from().isBefore(today)) {
            reasons.add(new Reason.BeginsInThePast(today));
        }
        if (term.until().isBefore(term.from())) {
            reasons.add(new Reason.EndsBeforeItBegins());
        }
        switch (delegate) {
            case SOMEBODY -> {}
            case THE_PERSON -> reasons.add(new Reason.DelegateIsThePerson());
            case NOBODY -> reasons.add(new Reason.DelegateNotKnown());
        }
        if (died) {
            reasons.add(new Reason.PersonHasDied());
        }
        return reasons.isEmpty() ? new Granted() : new Refused(reasons);
    }
}
