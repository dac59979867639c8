package org.lingbao.rules.employment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.lingbao.rules.data.Citation;

/** Whether an employer insures somebody against work injury alone (单独参加工伤保险), or every reason why not. */
public sealed interface InjuryCover {

    /** Nothing stands against it. */
    record Allowed() implements InjuryCover {}

    /** @param reasons all that apply, sorted by code */
    record Refused(List<Reason> reasons) implements InjuryCover {
        public Refused {
            reasons =
                    reasons.stream().sorted(Comparator.comparing(Reason::code)).toList();
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }
    }

    /** Of whom the place says whether an employer insures them against work injury alone. */
    enum Kind {
        /** Part-timers (非全日制). */
        PART_TIME,
        /** Past the retirement age (超龄). */
        OVER_AGE
    }

    /** Why not. */
    sealed interface Reason {
        /** The stable code, as in the error catalogue. */
        String code();

        /** The article. */
        Citation citation();

        /** Too young to be hired. */
        record UnderWorkingAge(int age, int minimum, Citation citation) implements Reason {
            @Override
            public String code() {
                return "UNDER_WORKING_AGE";
            }
        }

        /** Whoever works whole days and has not reached the age is an employee, too. */
        record EmployeeSchemeRequired(LocalDate retiresOn, Citation citation) implements Reason {
            @Override
            public String code() {
                return "EMPLOYEE_SCHEME_REQUIRED";
            }
        }
    }
}
