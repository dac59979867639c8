package org.lingbao.enrollment.exits;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.channel.Confirmation;

/**
 * The person acknowledges what was shown.
 *
 * @param version of the words that were shown
 * @param channel code of the channel, see {@code GET /channels}
 * @param confirmation how the person confirmed, where a clerk acts for them
 */
record ExitsSeenRequest(
        @NotNull @Min(1) Integer version,
        @NotNull @Size(min = 1, max = 64) String channel,
        @Valid @Nullable Confirmation confirmation) {}
