package org.lingbao.enrollment.evidence.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Place;

/**
 * A paper.
 *
 * @param place whose authority issued it
 * @param to the last day; null: it has no end
 */
public record Paper(
        Kind kind, Place place, LocalDate from, @Nullable LocalDate to) {

    /** Why there can be no such paper. */
    public enum Reason {
        /** It ends before it begins. */
        EVIDENCE_ENDS_BEFORE_IT_BEGINS,
        /** It begins after today: nobody has it yet. */
        EVIDENCE_NOT_ISSUED_YET,
        /** Papers of this kind end on a day, and none was said. */
        EVIDENCE_END_MISSING
    }

    /** Every reason why it cannot be one; none: it can. */
    public List<Reason> reasons(LocalDate today) {
        var reasons = new ArrayList<Reason>();
        if (to != null && to.isBefore(from)) {
            reasons.add(Reason.EVIDENCE_ENDS_BEFORE_IT_BEGINS);
        }
        if (from.isAfter(today)) {
            reasons.add(Reason.EVIDENCE_NOT_ISSUED_YET);
        }
        if (to == null && kind.ends()) {
            reasons.add(Reason.EVIDENCE_END_MISSING);
        }
        return List.copyOf(reasons);
    }

    /** Whether it holds on that day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** Whether it ties to a place: issued there, in a part of it, or by what it is a part of. */
    public boolean tiesTo(Place other) {
        return place.covers(other) || other.covers(place);
    }
}
