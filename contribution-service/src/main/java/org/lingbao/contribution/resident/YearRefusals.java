package org.lingbao.contribution.resident;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.lingbao.contribution.resident.domain.YearChoice;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.contribution.ResidentYear.Reason;

/** The reasons against a tier for a year, as the outside sees them: all at once, each with its article and field. */
final class YearRefusals {
    private static final String TIER = "/tier";
    private static final String YEAR = "/year";

    private YearRefusals() {}

    static Problem of(List<Reason> byLaw, List<YearChoice.Reason> byFacts) {
        var all = Stream.concat(
                        byLaw.stream()
                                .map(reason -> violation(reason)
                                        .citing(reason.citation().text())),
                        byFacts.stream().map(YearRefusals::violation))
                .sorted(Comparator.comparing(Violation::code))
                .toList();
        return Problem.unprocessable("year-refused", all);
    }

    private static Violation violation(Reason reason) {
        var violation = new Violation(reason.code());
        return switch (reason) {
            case Reason.TierNotOffered(var citation) -> violation.at(TIER);
            case Reason.TierUnconfirmed(var tier, var citation) ->
                violation.with("tier", tier).at(TIER);
            case Reason.SubsidyUnconfirmed(var subsidy, var citation) ->
                violation.with("subsidy", subsidy).at(TIER);
            case Reason.YearClosed(var year, var citation) ->
                violation.with("year", year).at(YEAR);
            case Reason.YearNotOpen(var year, var citation) ->
                violation.with("year", year).at(YEAR);
        };
    }

    private static Violation violation(YearChoice.Reason reason) {
        return switch (reason) {
            case YearChoice.Reason.NotYet(var from) ->
                new Violation("PERIOD_NOT_OPEN").with("month", from).at(YEAR);
            case YearChoice.Reason.Ended(var last) ->
                new Violation("REACHED_RETIREMENT_AGE").with("retiresOn", last).at(YEAR);
            case YearChoice.Reason.Sealed() -> new Violation("ACCOUNT_BEING_MOVED");
            case YearChoice.Reason.EmployeeScheme() -> new Violation("IN_EMPLOYEE_SCHEME");
            case YearChoice.Reason.InFlight(var year) ->
                new Violation("BILL_IN_FLIGHT").with("period", year).at(YEAR);
            case YearChoice.Reason.Paid(var year) ->
                new Violation("YEAR_PAID").with("year", year).at(YEAR);
        };
    }
}
