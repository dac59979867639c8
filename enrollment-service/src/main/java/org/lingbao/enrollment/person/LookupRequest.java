package org.lingbao.enrollment.person;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.wire.OneOf;
import org.lingbao.rules.identity.DocumentKind;

/**
 * Asks for the person with a number. It stands in a body, never in a path, so that no log keeps it.
 *
 * @param identityKind which document it is the number of; may be left out where it has 18 characters
 * @param country of a passport, ISO 3166-1 alpha-3
 */
record LookupRequest(
        @OneOf(DocumentKind.class) @Schema(implementation = DocumentKind.class) @Nullable
        String identityKind,

        @Pattern(regexp = "[A-Z]{3}") @Nullable String country,
        @NotBlank @Size(max = 32) String identityNumber) {
    @Nullable
    DocumentKind kind() {
        return identityKind == null ? null : DocumentKind.valueOf(identityKind);
    }

    /** Tells nothing: a request may end up in a log. */
    @Override
    public String toString() {
        return "LookupRequest";
    }
}
