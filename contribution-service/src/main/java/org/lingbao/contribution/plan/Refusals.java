package org.lingbao.contribution.plan;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.lingbao.contribution.plan.domain.Changeable;
import org.lingbao.contribution.plan.domain.PayableWindow;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.contribution.Assessment.Reason;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.value.Place;

/** The reasons why a plan is refused, as the outside sees them: all at once, each with its article and field. */
public final class Refusals {
    private static final String BASE = "/base";
    private static final String TIER = "/tierPercent";
    private static final String PERIOD = "/period";
    private static final String FROM = "/from";

    private Refusals() {}

    static Problem of(List<Reason> byLaw, List<PayableWindow.Reason> byRelation, List<Changeable.Reason> byPlan) {
        var all = Stream.of(
                        byLaw.stream().map(Refusals::of),
                        byRelation.stream().map(Refusals::violation),
                        byPlan.stream().map(Refusals::violation))
                .flatMap(reasons -> reasons)
                .sorted(Comparator.comparing(Violation::code))
                .toList();
        return Problem.unprocessable("plan-refused", all);
    }

    /** One reason of the law. */
    public static Violation of(Reason reason) {
        return violation(reason).citing(reason.citation().text());
    }

    static Problem notLoaded(Place place, DataNotLoaded missing) {
        return Problem.malformed(
                new Violation("RULES_NOT_LOADED").with("place", place.code()).with("what", missing.what()));
    }

    private static Violation violation(Reason reason) {
        var violation = new Violation(reason.code());
        return switch (reason) {
            case Reason.BaseBelowLowerLimit(var base, var limit, var citation) ->
                violation.with("base", base).with("limit", limit).at(BASE);
            case Reason.BaseAboveUpperLimit(var base, var limit, var citation) ->
                violation.with("base", base).with("limit", limit).at(BASE);
            case Reason.BaseRequired(var citation) -> violation.at(BASE);
            case Reason.TierRequired(var citation) -> violation.at(TIER);
            case Reason.TierNotOffered(var citation) -> violation.at(TIER);
            case Reason.PeriodNotOffered(var period, var citation) ->
                violation.with("period", period).at(PERIOD);
            case Reason.PeriodClosed(var month, var citation) ->
                violation.with("month", month).at(FROM);
            case Reason.PeriodNotOpen(var month, var citation) ->
                violation.with("month", month).at(FROM);
        };
    }

    private static Violation violation(PayableWindow.Reason reason) {
        return switch (reason) {
            case PayableWindow.Reason.NotYet(var from) ->
                new Violation("PERIOD_NOT_OPEN").with("month", from).at(FROM);
            case PayableWindow.Reason.Ended(var last) ->
                new Violation("REACHED_RETIREMENT_AGE").with("retiresOn", last).at(FROM);
            case PayableWindow.Reason.EmployerPays() -> new Violation("ALREADY_EMPLOYED_INSURED");
            case PayableWindow.Reason.Sealed() -> new Violation("ACCOUNT_BEING_MOVED");
            case PayableWindow.Reason.Paused() -> new Violation("RELATION_PAUSED").at(FROM);
        };
    }

    private static Violation violation(Changeable.Reason reason) {
        return switch (reason) {
            case Changeable.Reason.Ended(var until) ->
                new Violation("PLAN_ENDED").with("until", until).at(FROM);
            case Changeable.Reason.BeginsLater(var from) ->
                new Violation("PLAN_BEGINS_LATER").with("month", from).at(FROM);
            case Changeable.Reason.Settled(var through) ->
                new Violation("MONTHS_SETTLED")
                        .with("through", through)
                        .with("next", through.plusMonths(1))
                        .at(FROM);
            case Changeable.Reason.InFlight(var month) ->
                new Violation("BILL_IN_FLIGHT").with("period", month).at(FROM);
            case Changeable.Reason.Unchanged() -> new Violation("PLAN_UNCHANGED");
        };
    }
}
