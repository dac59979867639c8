package org.lingbao.rules.enrollment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.lingbao.rules.data.Parameter.Version;
import org.lingbao.rules.enrollment.Eligibility.Reason;
import org.lingbao.rules.trace.Inputs;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.value.Place;

/** What ties the person to the place: the first recognised ground whose place lies in the place of enrollment. */
record Tie(Optional<Ground> ground, Finding finding) {

    static Tie of(EnrollmentLaw law, Place place, LocalDate on, Applicant applicant) {
        var grounds = law.grounds().at(on, on);
        var licensed = law.licenceCategories().at(on, on);
        var mayUseLicence = licensed.value().contains(applicant.category());
        var hmt = law.hmtGrounds().latest().value().areFor(applicant)
                ? Optional.of(law.hmtGrounds().at(on, on))
                : Optional.<Version<HmtGrounds>>empty();
        var provincial = grounds.value().recognised(applicant, place);
        var offered = hmt.map(version -> version.value().and(provincial)).orElse(provincial);
        var recognised = offered.stream()
                .filter(ground -> mayUseLicence || ground != Ground.LICENCE)
                .toList();
        var ground = recognised.stream()
                .filter(candidate -> holds(candidate, place, applicant))
                .findFirst();

        List<Reason> reasons =
                ground.isPresent() ? List.of() : List.of(new Reason.NoPlaceGround(place, grounds.citation()));
        var outcome = ground.map(Ground::name).orElse("NONE");
        var used = new ArrayList<Supplier<Trace>>();
        hmt.ifPresent(version -> used.add(version::trace));
        if (offered.contains(Ground.LICENCE)) {
            used.add(licensed::trace);
        }
        var inputs = inputs(place, recognised, applicant);
        return new Tie(ground, Finding.of("ground", grounds, inputs, outcome, reasons, used));
    }

    private static Inputs inputs(Place place, List<Ground> recognised, Applicant applicant) {
        var inputs = Inputs.of("place", place);
        for (var ground : recognised) {
            var own = applicant.placeOf(ground);
            inputs = inputs.and(ground.name(), own == null ? "NONE" : own);
        }
        return inputs;
    }

    private static boolean holds(Ground ground, Place place, Applicant applicant) {
        var own = applicant.placeOf(ground);
        return own != null && place.covers(own);
    }
}
