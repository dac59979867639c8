package org.lingbao.enrollment.onething;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.Law;
import org.lingbao.rules.contribution.Assessment;
import org.lingbao.rules.contribution.Assessment.Reason;
import org.lingbao.rules.contribution.Choice;
import org.lingbao.rules.contribution.Period;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/**
 * What a person wishes to pay. Whether it becomes a plan contribution decides; that the law has no such choice is told at once,
 * with the reasons of the other parts.
 *
 * @param base the monthly base, where the place bills by base
 * @param tierPercent the tier, where it bills by tier
 */
record PlanWish(@Nullable Money base, @Nullable Integer tierPercent, Period period) {

    /**
     * Every reason of the law.
     *
     * @throws org.lingbao.rules.data.DataNotLoaded if the province has no data for the month
     */
    List<Violation> reasons(Place place, YearMonth from, LocalDate on) {
        var choice = new Choice(place, Scheme.EMPLOYEE, from, period, base, tierPercent);
        var answer = Law.standard().contribution().assess(choice, on).value();
        return answer instanceof Assessment.Refused(var reasons)
                ? reasons.stream().map(PlanWish::violation).toList()
                : List.of();
    }

    private static Violation violation(Reason reason) {
        var violation = new Violation(reason.code()).citing(reason.citation().text());
        return switch (reason) {
            case Reason.BaseBelowLowerLimit(var chosen, var limit, var _) ->
                violation.with("base", chosen).with("limit", limit).at("/plan/base");
            case Reason.BaseAboveUpperLimit(var chosen, var limit, var _) ->
                violation.with("base", chosen).with("limit", limit).at("/plan/base");
            case Reason.BaseRequired _ -> violation.at("/plan/base");
            case Reason.TierRequired _, Reason.TierNotOffered _ -> violation.at("/plan/tierPercent");
            case Reason.PeriodNotOffered(var asked, var _) ->
                violation.with("period", asked).at("/plan/period");
            case Reason.PeriodClosed(var month, var _) ->
                violation.with("month", month).at("/plan/period");
            case Reason.PeriodNotOpen(var month, var _) ->
                violation.with("month", month).at("/plan/period");
        };
    }
}
