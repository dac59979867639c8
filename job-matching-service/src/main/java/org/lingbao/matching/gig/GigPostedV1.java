package org.lingbao.matching.gig;

import java.time.LocalDate;
import java.util.UUID;
import org.lingbao.platform.outbox.EventType;

/** matching.gig-posted.v1; key: the gig. */
record GigPostedV1(UUID gigId, String place, LocalDate startsOn, int headcount, String payUnit) {
    static final EventType TYPE = new EventType("matching", "gig", "gig-posted", 1);
}
