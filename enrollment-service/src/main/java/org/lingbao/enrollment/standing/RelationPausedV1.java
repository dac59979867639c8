package org.lingbao.enrollment.standing;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.lingbao.platform.outbox.EventType;
import org.lingbao.rules.value.Scheme;

/**
 * Months of a relation are not paid (中断缴费). The relation goes on.
 *
 * @param place of enrollment, GB/T 2260
 * @param paused all months of it that are paused, as they are reckoned now
 */
record RelationPausedV1(
        UUID relationId, UUID personId, Scheme scheme, String place, List<PausedMonths> paused, LocalDate pausedOn) {
    static final EventType TYPE = new EventType("enrollment", "person", "relation-paused", 1);
}
