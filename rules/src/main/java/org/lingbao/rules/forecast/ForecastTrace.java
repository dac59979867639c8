package org.lingbao.rules.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.lingbao.rules.account.CreditingRate;
import org.lingbao.rules.data.Parameter.Version;
import org.lingbao.rules.forecast.Forecast.Expected;
import org.lingbao.rules.forecast.Forecast.Reason;
import org.lingbao.rules.forecast.Forecast.Refused;
import org.lingbao.rules.pension.BaseWage;
import org.lingbao.rules.pension.MonthlyPension;
import org.lingbao.rules.pension.PayoutMonths;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Inputs;
import org.lingbao.rules.trace.Trace;

/** How a forecast was reckoned, with its assumptions and the account of each year. */
record ForecastTrace(
        Question question,
        Leaving leaving,
        PlannedBase base,
        Projection projection,
        Explained<CreditingRate> crediting,
        Explained<BaseWage> baseWage,
        Explained<PayoutMonths> payoutMonths,
        Explained<MonthlyPension> pension) {
    private static final String RULE = "forecast.pension";

    static Trace refused(Question question, Refused refused, Leaving leaving, PlannedBase base) {
        return Trace.of(
                RULE + ".refused",
                refused.reasons().getFirst().citation().text(),
                inputs(question, leaving),
                codes(refused.reasons()),
                beginning(question, leaving, base));
    }

    Trace root(Expected expected) {
        var monthly = pension.trace();
        var children = new ArrayList<>(beginning(question, leaving, base));
        children.add(account());
        children.add(averageIndex(expected));
        children.add(baseWage.trace());
        children.add(payoutMonths.trace());
        children.add(monthly);
        return Trace.of(
                RULE,
                monthly.article(),
                inputs(question, leaving)
                        .and("months", expected.months())
                        .and("minimumMonths", expected.minimumMonths())
                        .and("minimum", expected.minimumReached() ? "REACHED" : "NOT_REACHED")
                        .and("wageGrowth", question.assumptions().wageGrowth())
                        .and("baseWage", expected.baseWage().amount())
                        .and("creditingRate", expected.creditingRate().rate()),
                expected.pension().written(expected.pension().total()),
                children);
    }

    private static Inputs inputs(Question question, Leaving leaving) {
        return Inputs.of("place", question.place()).and("on", question.on()).and("retirement", leaving.day());
    }

    private static List<Trace> beginning(Question question, Leaving leaving, PlannedBase base) {
        var traces = new ArrayList<Trace>();
        traces.add(leaving.statutory().trace());
        leaving.used().forEach(version -> traces.add(version.trace()));
        traces.add(Trace.of(
                RULE + ".base",
                base.used().getLast().citation().text(),
                Inputs.of("on", question.on()),
                base.reasons().isEmpty() ? base.amount() : codes(base.reasons()),
                base.used().stream().map(Version::trace).toList()));
        return traces;
    }

    private static String codes(List<Reason> reasons) {
        return reasons.stream().map(Reason::code).collect(Collectors.joining(" "));
    }

    private Trace account() {
        var children = new ArrayList<>(List.of(crediting.trace()));
        children.addAll(projection.years());
        return Trace.of(
                RULE + ".account",
                crediting.trace().article(),
                Inputs.of("balance", question.past().balance())
                        .and("rate", projection.crediting().rate()),
                projection.atRetirement().balance(),
                children);
    }

    private Trace averageIndex(Expected expected) {
        var law = projection.law();
        return Trace.of(
                RULE + ".average-index",
                law.baseRange().citation().text(),
                Inputs.of("pastMonths", question.past().months())
                        .and("pastIndex", question.past().averageIndex())
                        .and("base", base.amount())
                        .and("referenceWage", law.referenceWage().value())
                        .and("months", expected.months()),
                expected.averageIndex(),
                List.of(
                        law.referenceWage().trace(),
                        law.baseRange().trace(),
                        law.indexRounding().trace()));
    }
}
