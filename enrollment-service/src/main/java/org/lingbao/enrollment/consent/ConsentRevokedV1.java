package org.lingbao.enrollment.consent;

import java.time.LocalDate;
import java.util.UUID;
import org.lingbao.platform.outbox.EventType;

/** A person took a consent back; it ends at once. */
record ConsentRevokedV1(UUID personId, String purpose, LocalDate revokedOn) {
    static final EventType TYPE = new EventType("enrollment", "person", "consent-revoked", 1);
}
