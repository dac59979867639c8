package org.lingbao.enrollment.place;

import java.util.Optional;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.value.Place;

/** Whether one can be enrolled in a place (参保地). */
public final class Places {
    /** A municipality under the central government (直辖市) is called a city and has no cities below it. */
    private static final String CITY = "市";

    private Places() {}

    /**
     * What is wrong with it, if it is a whole province, where nobody is enrolled: one is in one of its cities. A
     * municipality such as 310000 is a place itself.
     *
     * @param pointer where it stands in the request
     */
    public static Optional<Violation> wholeProvince(Place place, String pointer) {
        return place.name()
                .filter(name -> place.equals(place.province()) && !name.endsWith(CITY))
                .map(name -> new Violation("PLACE_IS_A_PROVINCE")
                        .with("place", place.code())
                        .at(pointer));
    }
}
