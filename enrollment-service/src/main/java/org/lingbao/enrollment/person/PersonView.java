package org.lingbao.enrollment.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lingbao.personal.IdentityNumber;
import org.lingbao.personal.PersonName;
import org.lingbao.personal.PhoneNumber;

/**
 * A person as answered: number, name and phone write themselves masked; phone, hukou and community are absent until somebody gave
 * them.
 *
 * @param survivorId the person into whom this one was merged; absent: into nobody
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PersonView(
        UUID personId,
        @Schema(implementation = String.class) IdentityNumber identityNumber,
        @Schema(implementation = String.class) PersonName name,
        @Schema(implementation = String.class) @Nullable PhoneNumber phone,
        @Nullable String hukou,
        @Nullable String community,
        @Nullable UUID survivorId) {}
