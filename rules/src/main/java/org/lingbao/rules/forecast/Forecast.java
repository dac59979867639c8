package org.lingbao.rules.forecast;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.lingbao.rules.account.CreditingRate;
import org.lingbao.rules.contribution.Assessment;
import org.lingbao.rules.data.Citation;
import org.lingbao.rules.pension.BaseWage;
import org.lingbao.rules.pension.MonthlyPension;
import org.lingbao.rules.pension.PayoutMonths;
import org.lingbao.rules.retirement.Age;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Rate;

/** What a plan will give (养老金测算), or every reason why it cannot be. */
public sealed interface Forecast {

    /**
     * An estimate and never a promise: it rests on the law as known on the day of asking and on the question's assumptions.
     *
     * @param retirement the day of retirement; the pension begins the month after
     * @param age on that day
     * @param minimumMonths the minimum contribution months (最低缴费年限)
     * @param months contribution months by then
     * @param averageIndex the average contribution index by then
     * @param baseWage the last benefit base wage (计发基数) published, grown as assumed
     * @param creditingRate with which the account was reckoned
     * @param accountBalance the account balance by then, with the interest of all full years
     * @param paidIn all pension contributions of the plan
     * @param pension what the formula gives a month; paid only if the minimum months are reached
     */
    record Expected(
            LocalDate retirement,
            Age age,
            PayoutMonths payoutMonths,
            int minimumMonths,
            int months,
            Rate averageIndex,
            BaseWage baseWage,
            CreditingRate creditingRate,
            Money accountBalance,
            Money paidIn,
            MonthlyPension pension)
            implements Forecast {

        public boolean minimumReached() {
            return months >= minimumMonths;
        }
    }

    /** @param reasons all that apply, sorted by code */
    record Refused(List<Reason> reasons) implements Forecast {
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

        /** The base or tier cannot be chosen. */
        record NotPayable(Assessment.Reason because) implements Reason {
            @Override
            public String code() {
                return because.code();
            }

            @Override
            public Citation citation() {
                return because.citation();
            }
        }

        /** The day of retirement is not after the day of asking. */
        record DatePassed(LocalDate retirement, Citation citation) implements Reason {
            @Override
            public String code() {
                return "RETIREMENT_DATE_PASSED";
            }
        }

        /** Flexible retirement does not reach to the chosen day. */
        record DateNotOffered(LocalDate earliest, LocalDate latest, Citation citation) implements Reason {
            @Override
            public String code() {
                return "RETIREMENT_DATE_NOT_OFFERED";
            }
        }
    }
}
