package org.lingbao.enrollment.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.outbox.EventType;

/**
 * A person consented to a use of personal data.
 *
 * @param channel through which it came; null where the request named none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConsentGrantedV1(
        UUID personId,
        String purpose,
        int version,
        LocalDate grantedOn,
        @Nullable String channel) {
    static final EventType TYPE = new EventType("enrollment", "person", "consent-granted", 1);
}
