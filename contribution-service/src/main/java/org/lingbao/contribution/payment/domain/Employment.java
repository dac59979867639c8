package org.lingbao.contribution.payment.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.Law;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.employment.EmployedContribution;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;

/**
 * An employment (单位参保) whose months are paid.
 *
 * @param to the last month; null while it goes on
 */
public record Employment(
        Place place, YearMonth from, @Nullable YearMonth to) {

    /** Why a month cannot be booked as it was reported. */
    public enum Reason {
        BASE_OUTSIDE_LIMITS,
        EMPLOYER_SHARE_DIFFERS,
        MONTH_NOT_OPEN,
        NOT_ASSESSABLE,
        NOT_EMPLOYED_IN_MONTH,
        PERSONAL_SHARE_DIFFERS
    }

    /**
     * Every reason against a month that was reported; none: it is what the law says.
     *
     * @param personal the employee's part
     * @param employer the employer's part
     * @param today the business day: what is published later is not known yet
     */
    public List<Reason> against(YearMonth month, Money base, Money personal, Money employer, LocalDate today) {
        var reasons = new ArrayList<Reason>();
        if (month.isBefore(from) || (to != null && month.isAfter(to))) {
            reasons.add(Reason.NOT_EMPLOYED_IN_MONTH);
        }
        if (month.isAfter(YearMonth.from(today))) {
            reasons.add(Reason.MONTH_NOT_OPEN);
        }
        reasons.addAll(against(month, base, new Shares(personal, employer), today));
        return List.copyOf(reasons);
    }

    /** What was paid. */
    private record Shares(Money personal, Money employer) {}

    private List<Reason> against(YearMonth month, Money base, Shares paid, LocalDate today) {
        try {
            return switch (Law.standard()
                    .employment()
                    .contribution(place, month, base, today)
                    .value()) {
                case EmployedContribution.Due due -> differences(due, paid);
                case EmployedContribution.Refused(var why) ->
                    why.stream().map(reason -> Reason.valueOf(reason.name())).toList();
            };
        } catch (DataNotLoaded unknown) {
            return List.of(Reason.NOT_ASSESSABLE);
        }
    }

    private static List<Reason> differences(EmployedContribution.Due due, Shares paid) {
        var reasons = new ArrayList<Reason>();
        if (!due.personal().equals(paid.personal)) {
            reasons.add(Reason.PERSONAL_SHARE_DIFFERS);
        }
        if (!due.employer().equals(paid.employer)) {
            reasons.add(Reason.EMPLOYER_SHARE_DIFFERS);
        }
        return reasons;
    }
}
