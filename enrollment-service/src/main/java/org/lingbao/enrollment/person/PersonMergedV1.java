package org.lingbao.enrollment.person;

import java.time.LocalDate;
import java.util.UUID;
import org.lingbao.platform.outbox.EventType;

/**
 * A person turned out to be another one who is known, too (合并).
 *
 * @param personId who is merged; nothing begins under this id any more
 * @param survivorId who that is, who is merged into nobody
 */
record PersonMergedV1(UUID personId, UUID survivorId, LocalDate mergedOn) {
    static final EventType TYPE = new EventType("enrollment", "person", "person-merged", 1);
}
