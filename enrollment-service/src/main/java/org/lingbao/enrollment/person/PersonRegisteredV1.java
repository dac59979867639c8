package org.lingbao.enrollment.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.outbox.EventType;

/**
 * A person became known to the cell.
 *
 * @param issuer of the person's login; null where a clerk registered a person without one
 * @param subject of the person's login; null exactly where issuer is
 * @param channel through which it came; null where no request named one, or none registered the person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PersonRegisteredV1(
        UUID personId,
        @Nullable String issuer,
        @Nullable String subject,
        LocalDate registeredOn,
        @Nullable String channel) {
    static final EventType TYPE = new EventType("enrollment", "person", "person-registered", 1);
}
