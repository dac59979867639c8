package org.lingbao.enrollment.person;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Asks to register a person.
 *
 * @param identityNumber social security number (社会保障号码), 18 characters
 * @param name as on the document
 * @param phone with or without a leading plus
 * @param hukou household register (户籍地), GB/T 2260
 */
record RegisterRequest(
        @NotBlank @Size(max = 32) String identityNumber,
        @NotBlank @Size(max = 100) String name,
        @NotNull @Pattern(regexp = "\\+?[0-9]{7,15}") String phone,
        @NotNull @Pattern(regexp = "[0-9]{6}") String hukou) {

    /** Tells nothing: a request may end up in a log. */
    @Override
    public String toString() {
        return "RegisterRequest";
    }
}
