package org.lingbao.contribution.insured;

import java.util.List;
import java.util.UUID;

/**
 * Our view of enrollment.relation-paused.v1 and enrollment.relation-resumed.v1, which say the same: what is paused now.
 *
 * @param paused all paused months of the relation
 */
record RelationPaused(UUID relationId, List<PausedMonths> paused) {
    RelationPaused {
        paused = List.copyOf(paused);
    }
}
