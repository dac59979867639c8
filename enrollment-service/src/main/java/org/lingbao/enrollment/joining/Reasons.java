package org.lingbao.enrollment.joining;

import java.util.List;
import org.lingbao.enrollment.joining.domain.Decision.Reason;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.enrollment.Eligibility.Reason.AlreadyEmployedInsured;
import org.lingbao.rules.enrollment.Eligibility.Reason.AlreadyEnrolled;
import org.lingbao.rules.enrollment.Eligibility.Reason.DrawingPension;
import org.lingbao.rules.enrollment.Eligibility.Reason.NoPlaceGround;
import org.lingbao.rules.enrollment.Eligibility.Reason.ReachedRetirementAge;
import org.lingbao.rules.enrollment.Eligibility.Reason.StateStaffExcluded;
import org.lingbao.rules.enrollment.Eligibility.Reason.StudentExcluded;
import org.lingbao.rules.enrollment.Eligibility.Reason.UnderMinimumAge;

/** Reasons of a refusal as codes of the catalogue, each with the article of the dated rule it rests on. */
final class Reasons {
    private Reasons() {}

    static List<Violation> violations(List<Reason> reasons) {
        return reasons.stream().map(Reasons::violation).toList();
    }

    /** A new reason does not compile until it is translated here. */
    private static Violation violation(Reason reason) {
        return switch (reason) {
            case Reason.PermitExpired(var last) ->
                new Violation(reason.code()).with("last", last).at("/residencePermit");
            case Reason.LiveRelation _, Reason.InEmployeeScheme _ -> new Violation(reason.code());
            case Reason.NoPensionToRideOn(var law) ->
                new Violation(reason.code()).citing(law.text()).at("/scheme");
            case Reason.EmploymentNotRegistered(var law) -> new Violation(reason.code()).citing(law.text());
            case Reason.RulesUnknown(var place, var scheme) ->
                new Violation(reason.code())
                        .with("place", place.code())
                        .with("scheme", scheme)
                        .at("/scheme");
            case Reason.OfLaw(var ofLaw) ->
                (switch (ofLaw) {
                            case UnderMinimumAge under ->
                                new Violation(under.code())
                                        .with("age", under.age())
                                        .with("minimum", under.minimum());
                            case ReachedRetirementAge reached ->
                                new Violation(reached.code()).with("retiresOn", reached.retiresOn());
                            case NoPlaceGround ground ->
                                new Violation(ground.code())
                                        .with("place", ground.place().code());
                            case AlreadyEmployedInsured _,
                                    AlreadyEnrolled _,
                                    DrawingPension _,
                                    StudentExcluded _,
                                    StateStaffExcluded _ -> new Violation(ofLaw.code());
                        })
                        .citing(ofLaw.citation().text());
        };
    }
}
