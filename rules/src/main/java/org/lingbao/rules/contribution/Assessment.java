package org.lingbao.rules.contribution;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import org.lingbao.rules.data.Citation;
import org.lingbao.rules.value.Money;

/** What is to be paid for a choice (应缴核定), or every reason why the choice cannot be taken. */
public sealed interface Assessment {

    /**
     * @param months the months covered, in order
     * @param total one month's amount times the months
     * @param payableUntil the last day on which the first of the months may still be paid
     * @param provisional whether the base was chosen from last year's limits or tiers, because this year's are not published yet
     */
    record Assessed(
            Money base,
            Monthly monthly,
            List<YearMonth> months,
            Money total,
            LocalDate payableUntil,
            boolean provisional)
            implements Assessment {
        public Assessed {
            months = List.copyOf(months);
            if (!monthly.total().times(months.size()).equals(total)) {
                throw new IllegalArgumentException("total " + total + " is not " + months.size() + " times " + monthly);
            }
        }
    }

    /** @param reasons all that apply, sorted by code */
    record Refused(List<Reason> reasons) implements Assessment {
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

        record BaseBelowLowerLimit(Money base, Money limit, Citation citation) implements Reason {
            @Override
            public String code() {
                return "BASE_BELOW_LOWER_LIMIT";
            }
        }

        record BaseAboveUpperLimit(Money base, Money limit, Citation citation) implements Reason {
            @Override
            public String code() {
                return "BASE_ABOVE_UPPER_LIMIT";
            }
        }

        /** The province takes bases, and none was given. */
        record BaseRequired(Citation citation) implements Reason {
            @Override
            public String code() {
                return "BASE_REQUIRED";
            }
        }

        /** The province takes tiers only, and none was given. */
        record TierRequired(Citation citation) implements Reason {
            @Override
            public String code() {
                return "TIER_REQUIRED";
            }
        }

        record TierNotOffered(Citation citation) implements Reason {
            @Override
            public String code() {
                return "TIER_NOT_OFFERED";
            }
        }

        /** The province does not offer the period, or from this month it would reach into the next year of limits. */
        record PeriodNotOffered(Period period, Citation citation) implements Reason {
            @Override
            public String code() {
                return "PERIOD_NOT_OFFERED";
            }
        }

        /** The first month may no longer be paid: no back-payment (不得补缴). */
        record PeriodClosed(YearMonth month, Citation citation) implements Reason {
            @Override
            public String code() {
                return "PERIOD_CLOSED";
            }
        }

        /** The first month cannot be paid yet. */
        record PeriodNotOpen(YearMonth month, Citation citation) implements Reason {
            @Override
            public String code() {
                return "PERIOD_NOT_OPEN";
            }
        }
    }
}
