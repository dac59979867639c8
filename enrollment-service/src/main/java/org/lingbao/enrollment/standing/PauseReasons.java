package org.lingbao.enrollment.standing;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.lingbao.enrollment.standing.domain.PauseDecision.Reason;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.Violation;

/** The reasons why a relation is not paused or resumed, in codes of the catalogue. */
final class PauseReasons {
    private static final String FROM = "/fromMonth";

    private PauseReasons() {}

    /** @param unconfirmed what is missing of the person's confirmation */
    static Answer refused(Stream<Violation> reasons, Optional<Violation> unconfirmed) {
        return Answer.refused(Problem.unprocessable(
                "pause-refused",
                Stream.concat(reasons, unconfirmed.stream())
                        .sorted(Comparator.comparing(Violation::code))
                        .toList()));
    }

    static Violation violation(Reason reason) {
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
