package org.lingbao.enrollment.worklist;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.lingbao.asking.wire.Id;

/**
 * Asks to put a task about a registered person on a work list.
 *
 * @param organisation where it is to be done
 */
record TaskRequest(
        @NotNull @Pattern(regexp = "[0-9A-Z]{6,18}") String organisation,
        @NotNull @Id String personId) {
    UUID person() {
        return UUID.fromString(personId);
    }
}
