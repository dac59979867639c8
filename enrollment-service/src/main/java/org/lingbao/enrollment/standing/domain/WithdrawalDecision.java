package org.lingbao.enrollment.standing.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to an employer who takes back that somebody was hired (撤销用工登记): accepted, or every reason why not. */
public sealed interface WithdrawalDecision {

    /** It never was. */
    record Accepted() implements WithdrawalDecision {}

    /** It has been taken back already. */
    record Known() implements WithdrawalDecision {}

    /** @param reasons every one that holds */
    record Refused(List<Reason> reasons) implements WithdrawalDecision {
        public Refused {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }
    }

    /** Why not. */
    sealed interface Reason {
        /** The code of the catalogue. */
        String code();

        /** It followed from a gig, which both sides have agreed on. */
        record FromEngagement() implements Reason {
            @Override
            public String code() {
                return "EMPLOYMENT_NOT_DECLARED";
            }
        }
    }

    /**
     * @param declared whether the employer declared it, and it did not follow from a gig
     * @param withdrawnOn the day on which it was taken back; null: it was not
     */
    static WithdrawalDecision of(boolean declared, @Nullable LocalDate withdrawnOn) {
        if (withdrawnOn != null) {
            return new Known();
        }
        return declared ? new Accepted() : new Refused(List.of(new Reason.FromEngagement()));
    }
}
