package org.lingbao.enrollment.person;

import java.util.UUID;
import org.lingbao.platform.outbox.EventType;

/**
 * A person belongs to an area: agencies of this place and above see the person from now on. Why is told to nobody.
 *
 * @param place GB/T 2260
 */
record PersonAreaAddedV1(UUID personId, String place) {
    static final EventType TYPE = new EventType("enrollment", "person", "person-area-added", 1);
}
