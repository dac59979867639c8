package org.lingbao.enrollment.evidence.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import org.lingbao.rules.value.Place;

/** What the papers that are here say of a kind, a place and a day. */
public sealed interface Proof {

    /** One of them holds. */
    record Holds() implements Proof {}

    /** There were some, and the last one has ended. */
    record Expired(LocalDate last) implements Proof {}

    /** Nobody has shown or named one. */
    record None() implements Proof {}

    /** A paper without an end that does not hold has not begun, and says nothing. */
    static Proof of(Collection<Paper> papers, Kind kind, Place place, LocalDate day) {
        var these = papers.stream()
                .filter(paper -> paper.kind() == kind && paper.tiesTo(place))
                .toList();
        if (these.stream().anyMatch(paper -> paper.holdsOn(day))) {
            return new Holds();
        }
        return these.stream()
                .map(Paper::to)
                .filter(to -> to != null && to.isBefore(day))
                .max(Comparator.naturalOrder())
                .<Proof>map(Expired::new)
                .orElseGet(None::new);
    }
}
