package org.lingbao.rules.bridging;

import java.util.Comparator;
import java.util.List;
import org.lingbao.rules.data.Citation;
import org.lingbao.rules.value.Money;

/** What is left in the one scheme that goes on, or every reason why the person cannot change. */
public sealed interface Conversion {

    /** @param account both accounts together */
    record IntoEmployee(int employeeMonths, Money account) implements Conversion {}

    /**
     * @param residentYears own years and the full years of the employee months
     * @param account both accounts together
     */
    record IntoResident(int residentYears, Money account) implements Conversion {}

    /** @param reasons all that apply, sorted by code */
    record Refused(List<Reason> reasons) implements Conversion {
        public Refused {
            reasons =
                    reasons.stream().sorted(Comparator.comparing(Reason::code)).toList();
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }
    }

    /** Why not, with the article it rests on. */
    sealed interface Reason {
        /** The stable code, as in the error catalogue. */
        String code();

        Citation citation();

        /** Into the employee scheme only with its minimum months. */
        record EmployeeYearsBelowMinimum(int months, int minimum, Citation citation) implements Reason {
            @Override
            public String code() {
                return "EMPLOYEE_YEARS_BELOW_MINIMUM";
            }
        }

        /** Who has the employee scheme's minimum months draws its pension and does not leave it. */
        record EmployeeYearsReached(int months, int minimum, Citation citation) implements Reason {
            @Override
            public String code() {
                return "EMPLOYEE_YEARS_REACHED";
            }
        }

        /** Only before a benefit is drawn. */
        record DrawingPension(Citation citation) implements Reason {
            @Override
            public String code() {
                return "DRAWING_PENSION";
            }
        }
    }
}
