package org.lingbao.rules.employment;

import java.util.List;
import org.lingbao.rules.value.Money;

/** What employer and employee pay together for one month (单位参保应缴), or why not on this base. */
public sealed interface EmployedContribution {

    /**
     * @param personal the employee's part, which goes to the individual account (个人账户)
     * @param employer the employer's part, which goes to the pooled fund (统筹基金)
     */
    record Due(Money base, Money personal, Money employer) implements EmployedContribution {
        /** Both parts. */
        public Money total() {
            return personal.plus(employer);
        }
    }

    /** @param reasons all that apply */
    record Refused(List<Reason> reasons) implements EmployedContribution {
        public Refused {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }
    }

    /** Why not. */
    enum Reason {
        /** The base is below the lower or above the upper limit of the month. */
        BASE_OUTSIDE_LIMITS
    }
}
