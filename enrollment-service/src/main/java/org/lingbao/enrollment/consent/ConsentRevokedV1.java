package org.lingbao.enrollment.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.outbox.EventType;

/**
 * A person took a consent back; it ends at once.
 *
 * @param channel through which it came; null where the request named none, or another fact ended it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConsentRevokedV1(
        UUID personId,
        String purpose,
        LocalDate revokedOn,
        @Nullable String channel) {
    static final EventType TYPE = new EventType("enrollment", "person", "consent-revoked", 1);
}
