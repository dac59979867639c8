package org.lingbao.rules.forecast;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.contribution.Assessment;
import org.lingbao.rules.contribution.Assessment.Reason.BaseAboveUpperLimit;
import org.lingbao.rules.contribution.Assessment.Reason.BaseBelowLowerLimit;
import org.lingbao.rules.contribution.Choice;
import org.lingbao.rules.contribution.ContributionRules;
import org.lingbao.rules.contribution.Period;
import org.lingbao.rules.data.Parameter.Version;
import org.lingbao.rules.forecast.Forecast.Reason;
import org.lingbao.rules.forecast.ForecastLaw.InForce;
import org.lingbao.rules.forecast.Plan.Base.Amount;
import org.lingbao.rules.forecast.Plan.Base.Percent;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Rate;
import org.lingbao.rules.value.Scheme;

/**
 * The plan's base as it could be chosen on the day of asking.
 *
 * @param amount zero where there are reasons
 */
record PlannedBase(Money amount, List<Reason> reasons, List<Version<?>> used) {

    static PlannedBase of(Question question, boolean tiersOnly, InForce law, ContributionRules rules) {
        return switch (question.plan().base()) {
            case Amount(var monthly) -> chosen(question, monthly, null, rules);
            case Percent(var percent) when tiersOnly -> chosen(question, null, percent, rules);
            case Percent(var percent) -> ofWage(share(percent), law);
        };
    }

    static Rate share(int percent) {
        return new Rate(percent, 2);
    }

    private static PlannedBase ofWage(Rate share, InForce law) {
        var limits = law.limits().value();
        var base = law.referenceWage().value().times(share, law.rounding().value());
        var range = law.baseRange().value();
        if (share.compareTo(range.lower()) < 0) {
            return refused(
                    law,
                    new BaseBelowLowerLimit(base, limits.lower(), law.limits().citation()));
        }
        if (share.compareTo(range.upper()) > 0) {
            return refused(
                    law,
                    new BaseAboveUpperLimit(base, limits.upper(), law.limits().citation()));
        }
        return new PlannedBase(base.within(limits.lower(), limits.upper()), List.of(), ofWage(law));
    }

    private static PlannedBase refused(InForce law, Assessment.Reason reason) {
        return new PlannedBase(Money.ZERO, List.of(new Reason.NotPayable(reason)), ofWage(law));
    }

    private static List<Version<?>> ofWage(InForce law) {
        return List.of(law.referenceWage(), law.baseRange(), law.limits());
    }

    private static PlannedBase chosen(
            Question question, @Nullable Money base, @Nullable Integer tier, ContributionRules rules) {
        var choice = new Choice(question.place(), Scheme.EMPLOYEE, month(question), Period.MONTH, base, tier);
        var chosen = rules.base(choice, question.on());
        if (chosen.reasons().isEmpty()) {
            return new PlannedBase(chosen.amount(), List.of(), chosen.used());
        }
        var reasons = new ArrayList<Reason>();
        for (var reason : chosen.reasons()) {
            reasons.add(new Reason.NotPayable(reason));
        }
        return new PlannedBase(Money.ZERO, reasons, chosen.used());
    }

    private static YearMonth month(Question question) {
        return YearMonth.from(question.on());
    }
}
