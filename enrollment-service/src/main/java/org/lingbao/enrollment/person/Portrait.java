package org.lingbao.enrollment.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lingbao.personal.IdentityNumber;
import org.lingbao.personal.PersonName;
import org.lingbao.personal.PhoneNumber;
import org.lingbao.rules.identity.DocumentKind;
import org.lingbao.rules.identity.Sex;

/**
 * A person as somebody sees them who has to tell them from another: number, name and phone write themselves masked.
 *
 * @param phone absent, as hukou and community, until somebody gave it
 * @param survivorId the person into whom this one was merged; absent: into nobody
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Portrait(
        UUID personId,
        @Schema(implementation = String.class) IdentityNumber identityNumber,
        DocumentKind identityKind,
        @Schema(implementation = String.class) PersonName name,
        LocalDate birthDate,
        Sex sex,
        @Schema(implementation = String.class) @Nullable PhoneNumber phone,
        @Nullable String hukou,
        @Nullable String community,
        LocalDate registeredOn,
        @Nullable UUID survivorId) {}
