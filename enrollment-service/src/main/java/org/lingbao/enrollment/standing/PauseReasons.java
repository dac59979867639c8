package org.lingbao.enrollment.standing;

import java.util.List;
import org.lingbao.enrollment.standing.domain.PauseDecision.Reason;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.Violation;

/** The reasons why a relation is not paused or resumed, in codes of the catalogue. */
final class PauseReasons {
    private static final String FROM = "/fromMonth";

    private PauseReasons() {}

    static Answer refused(List<Reason> reasons) {
        return Answer.refused(Problem.unprocessable(
                "pause-refused", reasons.stream().map(PauseReasons::violation).toList()));
    }

    private static Violation violation(Reason reason) {
        var violation = new Violation(reason.code());
        return switch (reason) {
            case Reason.EmployerPays _, Reason.NotPaused _ -> violation;
            case Reason.BeforeRelation(var from) -> violation.with("from", from).at(FROM);
            case Reason.RelationEnded(var last) -> violation.with("last", last).at(FROM);
            case Reason.AfterRetirement(var last) ->
                violation.with("last", last).at(FROM);
            case Reason.MonthsPaid(var through) ->
                violation
                        .with("through", through)
                        .with("next", through.plusMonths(1))
                        .at(FROM);
            case Reason.AlreadyPaused(var from) -> violation.with("from", from);
            case Reason.BeforePause(var from) -> violation.with("from", from).at(FROM);
            case Reason.MonthPassed(var earliest) ->
                violation.with("earliest", earliest).at(FROM);
        };
    }
}
