package org.lingbao.enrollment.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lingbao.personal.IdentityNumber;
import org.lingbao.rules.identity.DocumentKind;

/** Another document of a person; its number writes itself masked. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DocumentView(
        UUID documentId,
        DocumentKind kind,
        @Nullable String country,
        @Schema(implementation = String.class) IdentityNumber identityNumber,
        LocalDate statedOn) {

    /** All of them, in the order in which they were recorded. */
    record All(List<DocumentView> documents) {}
}
