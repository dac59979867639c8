package org.lingbao.matching.wire;

import org.lingbao.asking.Query;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.rules.value.Place;

/** Places that requests name. */
public final class Places {
    private Places() {}

    /**
     * A known place of this cell.
     *
     * @param code six digits
     * @throws ProblemException 400 when it is another
     */
    public static Place served(String code, String cell) {
        var place = new Place(code);
        var wrong = Query.unknown(place, "/place").or(() -> Query.notServed(place, cell, "/place"));
        if (wrong.isPresent()) {
            throw new ProblemException(Problem.malformed(wrong.get()));
        }
        return place;
    }

    /** The pooling area (统筹区) of a place: its prefecture, or the whole of a municipality, which has none. */
    public static Place poolingArea(Place place) {
        var prefecture = new Place(place.code().substring(0, 4) + "00");
        return prefecture.name().isPresent() ? prefecture : place.province();
    }
}
