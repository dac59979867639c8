package org.lingbao.enrollment.consent;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Consents to a use of personal data.
 *
 * @param purpose code of the purpose, such as {@code STATEMENT_AT_TERMINAL}
 * @param version of the text that was read
 */
record ConsentRequest(
        @NotNull @Pattern(regexp = "[A-Z][A-Z_]*") @Size(max = 64)
        String purpose,

        @NotNull @Min(1) Integer version) {}
