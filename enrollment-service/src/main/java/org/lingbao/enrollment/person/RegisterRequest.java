package org.lingbao.enrollment.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Asks to register a person.
 *
 * @param identityNumber social security number (社会保障号码), 18 characters
 * @param name as on the document
 * @param phone with or without a leading plus
 * @param hukou household register (户籍地), GB/T 2260
 * @param community where the person lives (社区), twelve digits; may be left out
 * @param channel code of the channel, see {@code GET /channels}; may be left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL) // a key's earlier request without it stays the same request
record RegisterRequest(
        @NotBlank @Size(max = 32) String identityNumber,
        @NotBlank @Size(max = 100) String name,
        @NotNull @Pattern(regexp = "\\+?[0-9]{7,15}") String phone,
        @NotNull @Pattern(regexp = "[0-9]{6}") String hukou,
        @Pattern(regexp = "[1-9][0-9]{11}") @Nullable String community,
        @Size(min = 1, max = 64) @Nullable String channel) {

    /** Tells nothing: a request may end up in a log. */
    @Override
    public String toString() {
        return "RegisterRequest";
    }
}
