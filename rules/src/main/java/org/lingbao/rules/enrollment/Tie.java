package org.lingbao.rules.enrollment;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.lingbao.rules.enrollment.Eligibility.Reason;
import org.lingbao.rules.value.Place;

/** What ties the person to the place: the first recognised ground whose place lies in the place of enrollment. */
record Tie(Optional<Ground> ground, Finding finding) {

    static Tie of(EnrollmentLaw law, Place place, LocalDate on, Applicant applicant) {
        var grounds = law.grounds().at(on, on);
        var licensed = law.licenceCategories().at(on, on);
        var mayUseLicence = licensed.value().contains(applicant.category());
        var offered = grounds.value().recognised(applicant, place);
        var recognised = offered.stream()
                .filter(ground -> mayUseLicence || ground != Ground.LICENCE)
                .toList();
        var ground = recognised.stream()
                .filter(candidate -> holds(candidate, place, applicant))
                .findFirst();

        var inputs = new LinkedHashMap<String, String>();
        for (var candidate : recognised) {
            var own = applicant.placeOf(candidate);
            inputs.put(candidate.name(), own == null ? "none" : own.code());
        }
        List<Reason> reasons =
                ground.isPresent() ? List.of() : List.of(new Reason.NoPlaceGround(place, grounds.citation()));
        var outcome = ground.map(Ground::name).orElse("none");
        var finding = Finding.of("ground", grounds, inputs, outcome, reasons);
        return new Tie(ground, offered.contains(Ground.LICENCE) ? finding.with(List.of(licensed.trace())) : finding);
    }

    private static boolean holds(Ground ground, Place place, Applicant applicant) {
        var own = applicant.placeOf(ground);
        return own != null && place.covers(own);
    }
}
