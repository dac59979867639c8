package org.lingbao.enrollment.standing;

import java.time.LocalDate;
import java.util.UUID;
import org.lingbao.platform.outbox.EventType;

/**
 * The record of a person's death was wrong (撤销死亡登记). It comes after all that is told of the relations that go on without it.
 *
 * @param diedOn the day that was told
 */
record PersonDeathWithdrawnV1(UUID personId, LocalDate diedOn, LocalDate withdrawnOn) {
    static final EventType TYPE = new EventType("enrollment", "person", "person-death-withdrawn", 1);
}
