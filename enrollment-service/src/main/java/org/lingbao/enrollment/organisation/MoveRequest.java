package org.lingbao.enrollment.organisation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.lingbao.asking.wire.Day;

/**
 * Asks to hang an organisation under another parent.
 *
 * @param from the first day
 */
record MoveRequest(
        @NotNull @Pattern(regexp = "[0-9A-Z]{6,18}") String parent,
        @NotNull @Day String from) {}
