package org.lingbao.enrollment.delegation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lingbao.enrollment.delegation.domain.Grant;
import org.lingbao.enrollment.delegation.domain.Grant.Reason;
import org.lingbao.platform.problem.Violation;

/** The reasons why nobody may act, in codes of the catalogue. */
final class GrantReasons {
    private GrantReasons() {}

    /** All of them, what is missing of the person's confirmation among them, sorted by code; none: it is granted. */
    static List<Violation> of(Grant grant, Optional<Violation> unconfirmed) {
        var reasons = grant instanceof Grant.Refused(var all) ? all : List.<Reason>of();
        return Stream.concat(reasons.stream().map(GrantReasons::violation), unconfirmed.stream())
                .sorted(Comparator.comparing(Violation::code))
                .toList();
    }

    private static Violation violation(Reason reason) {
        var violation = new Violation(reason.code());
        return switch (reason) {
            case Reason.BeginsInThePast(var today) ->
                violation.with("today", today).at("/from");
            case Reason.EndsBeforeItBegins() -> violation.at("/until");
            case Reason.DelegateNotKnown(), Reason.DelegateIsThePerson() -> violation.at("/identityNumber");
            case Reason.DelegateNotOfAge(var adult, var ownWork, var citation) ->
                violation
                        .with("adult", adult)
                        .with("ownWork", ownWork)
                        .citing(citation.text())
                        .at("/identityNumber");
            case Reason.PersonHasDied() -> violation;
        };
    }
}
