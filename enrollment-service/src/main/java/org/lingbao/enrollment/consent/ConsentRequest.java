package org.lingbao.enrollment.consent;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.channel.Confirmation;

/**
 * Consents to a use of personal data.
 *
 * @param purpose code of the purpose, such as {@code STATEMENT_AT_TERMINAL}
 * @param version of the text that was read
 * @param channel code of the channel, see {@code GET /channels}; an app may leave it out
 * @param confirmation how the person confirmed, where a clerk acts for them
 */
record ConsentRequest(
        @NotNull @Pattern(regexp = "[A-Z][A-Z_]*") @Size(max = 64)
        String purpose,

        @NotNull @Min(1) Integer version,
        @Size(min = 1, max = 64) @Nullable String channel,
        @Valid @Nullable Confirmation confirmation) {}
