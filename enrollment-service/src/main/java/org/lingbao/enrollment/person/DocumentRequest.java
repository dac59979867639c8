package org.lingbao.enrollment.person;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.wire.OneOf;
import org.lingbao.rules.identity.DocumentKind;

/**
 * Records another document of a person, which was shown.
 *
 * @param country of a passport, ISO 3166-1 alpha-3
 */
record DocumentRequest(
        @NotNull @OneOf(DocumentKind.class) @Schema(implementation = DocumentKind.class)
        String identityKind,

        @Pattern(regexp = "[A-Z]{3}") @Nullable String country,
        @NotBlank @Size(max = 32) String identityNumber) {
    DocumentKind kind() {
        return DocumentKind.valueOf(identityKind);
    }

    /** Tells nothing: a request may end up in a log. */
    @Override
    public String toString() {
        return "DocumentRequest";
    }
}
