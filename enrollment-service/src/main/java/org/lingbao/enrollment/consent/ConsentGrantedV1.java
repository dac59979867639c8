package org.lingbao.enrollment.consent;

import java.time.LocalDate;
import java.util.UUID;
import org.lingbao.platform.outbox.EventType;

/** A person consented to a use of personal data. */
record ConsentGrantedV1(UUID personId, String purpose, int version, LocalDate grantedOn) {
    static final EventType TYPE = new EventType("enrollment", "person", "consent-granted", 1);
}
