package org.lingbao.matching.engagement;

import java.time.LocalDate;
import java.util.UUID;
import org.lingbao.platform.outbox.EventType;

/** matching.engagement-completed.v1; key: the engagement. */
record EngagementCompletedV1(UUID engagementId, UUID gigId, UUID personId, String place, LocalDate day) {
    static final EventType TYPE = new EventType("matching", "engagement", "engagement-completed", 1);
}
