package org.lingbao.rules.enrollment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lingbao.rules.data.RuleValue;
import org.lingbao.rules.value.Place;

/**
 * What ties residents of Hong Kong, Macao and Taiwan (港澳台居民) to a place, beside what its province recognises.
 *
 * @param hukou the regions; whose household register is of one of them is such a resident
 */
record HmtGrounds(List<Place> hukou, List<Ground> grounds) {

    static HmtGrounds read(RuleValue value) {
        var table = value.keys("hukou", "grounds");
        return new HmtGrounds(
                table.words("hukou").stream().map(Place::new).toList(),
                table.words("grounds").stream().map(Ground::valueOf).toList());
    }

    boolean areFor(Applicant applicant) {
        return Optional.ofNullable(applicant.hukou())
                .filter(place -> hukou.stream().anyMatch(region -> region.covers(place)))
                .isPresent();
    }

    List<Ground> and(List<Ground> others) {
        return Stream.concat(grounds.stream(), others.stream())
                .distinct()
                .sorted()
                .toList();
    }
}
