package org.lingbao.enrollment.standing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lingbao.asking.Query;
import org.lingbao.enrollment.person.Numbers;
import org.lingbao.enrollment.place.Places;
import org.lingbao.enrollment.standing.domain.HireDecision;
import org.lingbao.enrollment.standing.domain.HireDecision.Wanted;
import org.lingbao.enrollment.standing.domain.LeaveDecision;
import org.lingbao.enrollment.standing.domain.WithdrawalDecision;
import org.lingbao.personal.PersonName;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.employment.Hiring;
import org.lingbao.rules.employment.InjuryCover;
import org.lingbao.rules.identity.IdentityCheck;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/** What is wrong with a well-formed declaration before anybody is asked, all of it at once; and refusals in codes of the catalogue. */
@ApplicationScoped
class HireChecks {
    private final String cell;

    HireChecks(@ConfigProperty(name = "lingbao.cell") String cell) {
        this.cell = cell;
    }

    /** A declaration whose number and place are good. */
    record Declared(IdentityCheck.Valid identity, PersonName name, Wanted wanted) {}

    /** @throws ProblemException 400 with all that is wrong */
    Declared check(HireRequest request, LocalDate today) {
        var violations = new ArrayList<Violation>();
        var identity = Numbers.check(request.identityNumber(), today, violations);
        var place = new Place(request.place());
        Query.unknown(place, "/place").ifPresent(violations::add);
        Places.wholeProvince(place, "/place").ifPresent(violations::add);
        if (request.name().isBlank()) { // also of the blanks that only Unicode knows
            violations.add(new Violation("CONSTRAINT")
                    .with("message", "must not be blank")
                    .at("/name"));
        }
        if (violations.isEmpty()) {
            Query.notServed(place, cell, "/place").ifPresent(violations::add);
        }
        if (identity.isPresent() && violations.isEmpty()) {
            return new Declared(
                    identity.get(),
                    new PersonName(request.name().strip()),
                    new Wanted(place, request.insured(), request.worksByTheHour(), request.startsOn()));
        }
        throw new ProblemException(Problem.malformed(violations));
    }

    static Problem refused(HireDecision.Refused refused) {
        return Problem.unprocessable(
                "hire-refused",
                refused.reasons().stream().map(HireChecks::violation).toList());
    }

    static Problem refused(LeaveDecision.Refused refused) {
        return Problem.unprocessable(
                "leave-refused",
                refused.reasons().stream().map(HireChecks::violation).toList());
    }

    static Problem refused(WithdrawalDecision.Refused refused) {
        return Problem.unprocessable(
                "withdrawal-refused",
                refused.reasons().stream()
                        .map(reason -> new Violation(reason.code()))
                        .toList());
    }

    static Problem notLoaded(Wanted wanted, String missing) {
        return Problem.malformed(List.of(new Violation("RULES_NOT_LOADED")
                .with("place", wanted.place().code())
                .with(
                        "scheme",
                        wanted.schemes().stream().map(Scheme::name).sorted().collect(Collectors.joining(", ")))
                .with("missing", missing)
                .at("/startsOn")));
    }

    private static Violation violation(HireDecision.Reason reason) {
        return switch (reason) {
            case HireDecision.Reason.OfLaw(Hiring.Reason.UnderWorkingAge under) ->
                new Violation(under.code())
                        .with("age", under.age())
                        .with("minimum", under.minimum())
                        .citing(under.citation().text())
                        .at("/startsOn");
            case HireDecision.Reason.OfLaw(Hiring.Reason.Retired retired) ->
                new Violation(retired.code()).with("retiresOn", retired.retiresOn());
            case HireDecision.Reason.OfInjuryLaw(InjuryCover.Reason.UnderWorkingAge under) ->
                new Violation(under.code())
                        .with("age", under.age())
                        .with("minimum", under.minimum())
                        .citing(under.citation().text())
                        .at("/startsOn");
            case HireDecision.Reason.OfInjuryLaw(InjuryCover.Reason.EmployeeSchemeRequired required) ->
                new Violation(required.code())
                        .with("retiresOn", required.retiresOn())
                        .citing(required.citation().text())
                        .at("/schemes");
            case HireDecision.Reason.EmployedHere here -> new Violation(here.code());
            case HireDecision.Reason.Deceased _, HireDecision.Reason.DrawsPension _ ->
                new Violation(reason.code()).at("/startsOn");
            case HireDecision.Reason.NameDiffers differs -> new Violation(differs.code()).at("/name");
            case HireDecision.Reason.TooFarAhead ahead ->
                new Violation(ahead.code()).with("latest", ahead.latest()).at("/startsOn");
        };
    }

    private static Violation violation(LeaveDecision.Reason reason) {
        return switch (reason) {
            case LeaveDecision.Reason.BeforeStart before ->
                new Violation(before.code()).with("startsOn", before.startsOn()).at("/endedOn");
            case LeaveDecision.Reason.AlreadyEnded ended ->
                new Violation(ended.code()).with("endedOn", ended.endedOn());
            case LeaveDecision.Reason.Withdrawn(var on) -> new Violation(reason.code()).with("withdrawnOn", on);
            case LeaveDecision.Reason.TooFarAhead ahead ->
                new Violation(ahead.code()).with("latest", ahead.latest()).at("/endedOn");
        };
    }
}
