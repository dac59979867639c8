package org.lingbao.matching.engagement;

import java.time.LocalDate;
import java.util.UUID;
import org.lingbao.platform.outbox.EventType;

/** matching.hired.v1; key: the person. @param employer the company's credit code; @param place the pooling area */
record HiredV1(
        UUID hireId,
        UUID personId,
        String employer,
        String place,
        LocalDate startsOn,
        UUID engagementId,
        LocalDate decidedOn) {
    static final EventType TYPE = new EventType("matching", "person", "hired", 1);
}
