package org.lingbao.matching.engagement;

import java.util.List;
import java.util.stream.Stream;
import org.lingbao.matching.engagement.domain.Acceptance;
import org.lingbao.matching.engagement.domain.Hiring;
import org.lingbao.matching.engagement.domain.Transition;
import org.lingbao.matching.insured.Insured;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.Violation;

/** Why something is refused, as the outside sees it: all at once. */
final class Refusals {
    private Refusals() {}

    static Problem ofAcceptance(List<Acceptance.Reason> reasons) {
        return Problem.unprocessable(
                "acceptance-refused", reasons.stream().map(Refusals::violation).toList());
    }

    static Problem ofHire(List<Hiring.Reason> reasons) {
        return Problem.unprocessable(
                "hire-refused", reasons.stream().map(Refusals::violation).toList());
    }

    /** @param byCode what is wrong with the code that was scanned */
    static Problem ofMove(List<Violation> byCode, List<Transition.Reason> reasons) {
        return Problem.unprocessable(
                "engagement-refused",
                Stream.concat(byCode.stream(), reasons.stream().map(Refusals::violation))
                        .toList());
    }

    private static Violation violation(Acceptance.Reason reason) {
        return switch (reason) {
            case Acceptance.Reason.NoConsent() ->
                new Violation("CONSENT_MISSING").with("purpose", Insured.JOB_MATCHING);
            case Acceptance.Reason.NothingStated() -> new Violation("WORKER_PROFILE_MISSING");
            case Acceptance.Reason.OwnGig() -> new Violation("OWN_GIG");
            case Acceptance.Reason.Closed() -> new Violation("GIG_CLOSED");
            case Acceptance.Reason.Over(var endsOn) -> new Violation("GIG_OVER").with("endsOn", endsOn);
            case Acceptance.Reason.Full() -> new Violation("GIG_FULL");
            case Acceptance.Reason.Already() -> new Violation("ALREADY_ENGAGED");
            case Acceptance.Reason.Overlaps(var other) ->
                new Violation("ENGAGEMENT_OVERLAP")
                        .with("startsOn", other.from())
                        .with("endsOn", other.to());
        };
    }

    private static Violation violation(Hiring.Reason reason) {
        return switch (reason) {
            case Hiring.Reason.NotByHousehold() -> new Violation("HIRE_NOT_BY_HOUSEHOLD");
            case Hiring.Reason.BeforeWork() -> new Violation("HIRE_BEFORE_WORK");
            case Hiring.Reason.StartsTooEarly(var startsOn, var acceptedOn) ->
                new Violation("HIRE_STARTS_TOO_EARLY")
                        .with("startsOn", startsOn)
                        .with("acceptedOn", acceptedOn)
                        .at("/startsOn");
            case Hiring.Reason.Already() -> new Violation("ALREADY_HIRED");
        };
    }

    private static Violation violation(Transition.Reason reason) {
        return switch (reason) {
            case Transition.Reason.NotNow(var state) ->
                new Violation("ENGAGEMENT_NOT_NOW").with("state", Status.of(state));
            case Transition.Reason.TooEarly(var startsOn) ->
                new Violation("CHECK_IN_TOO_EARLY").with("startsOn", startsOn);
            case Transition.Reason.TooLate(var endsOn) -> new Violation("CHECK_IN_TOO_LATE").with("endsOn", endsOn);
            case Transition.Reason.NoShowTooEarly(var startsOn) ->
                new Violation("NO_SHOW_TOO_EARLY").with("startsOn", startsOn);
            case Transition.Reason.CompletionTooEarly(var endsOn) ->
                new Violation("COMPLETION_TOO_EARLY").with("endsOn", endsOn);
        };
    }
}
