package org.lingbao.enrollment.standing;

import java.time.LocalDate;
import java.util.UUID;
import org.lingbao.platform.outbox.EventType;

/**
 * A person has died (死亡).
 *
 * @param diedOn the day
 */
record PersonDeceasedV1(UUID personId, LocalDate diedOn, LocalDate recordedOn) {
    static final EventType TYPE = new EventType("enrollment", "person", "person-deceased", 1);
}
