package org.lingbao.rules.employment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.lingbao.rules.data.Citation;

/** Whether a person may be insured as an employee from a day on, or every reason why not. */
public sealed interface Hiring {

    /** Nothing stands against it. */
    record Allowed() implements Hiring {}

    /** @param reasons all that apply, sorted by code */
    record Refused(List<Reason> reasons) implements Hiring {
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
        /** The stable code, as in the error catalogue. */
        String code();

        /**
         * Too young to be hired.
         *
         * @param age in years, on the first day
         */
        record UnderWorkingAge(int age, int minimum, Citation citation) implements Reason {
            @Override
            public String code() {
                return "UNDER_WORKING_AGE";
            }
        }

        /** The statutory retirement age is reached by the first day. */
        record Retired(LocalDate retiresOn) implements Reason {
            @Override
            public String code() {
                return "RETIRED_BEFORE_HIRING";
            }
        }
    }
}
