package org.lingbao.enrollment.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lingbao.personal.Personal;

/**
 * By what a person is, or was, reached; it writes itself masked.
 *
 * @param since absent: since the registration
 * @param until the day on which another one replaced it; absent while it holds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ContactView(
        ContactRow.Kind kind,
        @Schema(implementation = String.class) Personal contact,
        @Nullable LocalDate since,
        @Nullable LocalDate until) {

    /** Every one that was changed or stated since the registration, in that order. */
    record All(List<ContactView> contacts) {}
}
