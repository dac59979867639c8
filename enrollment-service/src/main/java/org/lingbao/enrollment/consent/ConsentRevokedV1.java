package org.lingbao.enrollment.consent;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.UUID;
import org.lingbao.platform.outbox.EventType;

/** A person took a consent back; it ends at once. */
@RegisterForReflection
record ConsentRevokedV1(UUID personId, String purpose, LocalDate revokedOn) {
    static final EventType TYPE = new EventType("enrollment", "person", "consent-revoked", 1);
}
