package org.lingbao.enrollment.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.wire.OneOf;
import org.lingbao.enrollment.channel.Confirmation;
import org.lingbao.rules.identity.DocumentKind;
import org.lingbao.rules.identity.Sex;

/**
 * Asks to register a person.
 *
 * @param identityKind which document it is the number of; may be left out where it has 18 characters
 * @param country of a passport, ISO 3166-1 alpha-3
 * @param identityNumber social security number (社会保障号码), or the number of the document
 * @param birthDate where the number does not tell it
 * @param sex where the number does not tell it
 * @param name as on the document
 * @param phone with or without a leading plus
 * @param hukou household register (户籍地), GB/T 2260
 * @param community where the person lives (社区), twelve digits; may be left out
 * @param channel code of the channel, see {@code GET /channels}; may be left out
 * @param confirmation how the person confirmed, where a bank's terminal acts for them
 */
@JsonInclude(JsonInclude.Include.NON_NULL) // a key's earlier request without it stays the same request
record RegisterRequest(
        @OneOf(DocumentKind.class) @Schema(implementation = DocumentKind.class) @Nullable
        String identityKind,

        @Pattern(regexp = "[A-Z]{3}") @Nullable String country,
        @NotBlank @Size(max = 32) String identityNumber,
        @Nullable LocalDate birthDate,

        @OneOf(Sex.class) @Schema(implementation = Sex.class) @Nullable
        String sex,

        @NotBlank @Size(max = 100) String name,
        @NotNull @Pattern(regexp = "\\+?[0-9]{7,15}") String phone,
        @NotNull @Pattern(regexp = "[0-9]{6}") String hukou,
        @Pattern(regexp = "[1-9][0-9]{11}") @Nullable String community,
        @Size(min = 1, max = 64) @Nullable String channel,
        @Valid @Nullable Confirmation confirmation) {

    @Nullable
    DocumentKind kind() {
        return identityKind == null ? null : DocumentKind.valueOf(identityKind);
    }

    @Nullable
    Sex statedSex() {
        return sex == null ? null : Sex.valueOf(sex);
    }

    /** Tells nothing: a request may end up in a log. */
    @Override
    public String toString() {
        return "RegisterRequest";
    }
}
