package org.lingbao.enrollment.standing;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.lingbao.platform.outbox.EventType;
import org.lingbao.rules.value.Scheme;

/**
 * Months of a relation that were paused are paid again (恢复缴费).
 *
 * @param place of enrollment, GB/T 2260
 * @param paused all months of it that are still paused, as they are reckoned now
 */
record RelationResumedV1(
        UUID relationId, UUID personId, Scheme scheme, String place, List<PausedMonths> paused, LocalDate resumedOn) {
    static final EventType TYPE = new EventType("enrollment", "person", "relation-resumed", 1);
}
