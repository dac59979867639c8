package org.lingbao.enrollment.standing.domain;

import java.time.LocalDate;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/**
 * A person's relation with a scheme at a place (参保关系).
 *
 * @param place of enrollment (参保地)
 * @param openedOn business day of the decision
 */
public record Relation(
        RelationId id, PersonId personId, Scheme scheme, Place place, Standing standing, LocalDate openedOn) {

    /** Whether it still goes on. */
    public boolean isLive() {
        return standing.isLive();
    }
}
