package org.lingbao.enrollment.standing;

import java.util.List;
import org.lingbao.enrollment.standing.domain.EndingDecision.Earliest;
import org.lingbao.enrollment.standing.domain.EndingDecision.Reason;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.Violation;

/** The reasons why an end is not recorded, in codes of the catalogue. */
final class EndingReasons {
    private EndingReasons() {}

    static Answer refused(List<Reason> reasons) {
        return Answer.refused(Problem.unprocessable(
                "ending-refused", reasons.stream().map(EndingReasons::violation).toList()));
    }

    private static Violation violation(Reason reason) {
        var violation = new Violation(reason.code());
        return switch (reason) {
            case Reason.BeforeBirth _, Reason.EmployerPays _, Reason.RidesOnPension _ -> violation;
            case Reason.InFuture(var today) -> violation.with("today", today);
            case Reason.AlreadyDied(var on) -> violation.with("diedOn", on);
            case Reason.AlreadyRetired(var from) -> violation.with("from", from);
            case Reason.TooFarAhead(var latest) ->
                violation.with("latest", latest).at("/fromMonth");
            case Reason.TooEarly(Earliest(var month, var law)) -> {
                var early = violation.with("earliest", month).at("/fromMonth");
                yield law == null ? early : early.citing(law.text());
            }
            case Reason.BeforeRelation(var from) -> violation.with("from", from).at("/on");
            case Reason.RelationEnded(var last) -> violation.with("last", last);
            case Reason.AgeNotReached(var retires) ->
                violation.with("retires", retires == null ? "—" : retires).at("/cause");
        };
    }
}
