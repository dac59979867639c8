package org.lingbao.enrollment.joining;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.channel.Confirmation;
import org.lingbao.enrollment.joining.domain.Application;
import org.lingbao.rules.enrollment.Category;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/**
 * An application for enrollment (参保申请).
 *
 * @param personId who is to be enrolled
 * @param scheme EMPLOYEE, RESIDENT, MEDICAL or INJURY
 * @param place where (参保地), GB/T 2260
 * @param category which kind of flexible worker
 * @param workPlace place of work, where it is the ground
 * @param residencePermit place that issued the residence permit
 * @param licencePlace place where the business licence is registered
 * @param channel code of the channel, see {@code GET /channels}
 * @param confirmation how the person confirmed, where a clerk acts for them
 * @param statements what the person states; it is asked, never assumed
 */
@JsonInclude(JsonInclude.Include.NON_NULL) // a key's earlier request without it stays the same request
record EnrollRequest(
        @NotNull @Pattern(regexp = UUID_FORM) String personId,

        @NotNull @CodeOf(Scheme.class) @Schema(implementation = Scheme.class)
        String scheme,

        @NotNull @Pattern(regexp = PLACE_FORM) String place,

        @NotNull @CodeOf(Category.class) @Schema(implementation = Category.class)
        String category,

        @Pattern(regexp = PLACE_FORM) @Nullable String workPlace,
        @Pattern(regexp = PLACE_FORM) @Nullable String residencePermit,
        @Pattern(regexp = PLACE_FORM) @Nullable String licencePlace,
        @NotNull @Size(min = 1, max = 64) String channel,
        @Valid @Nullable Confirmation confirmation,
        @NotNull @Valid Statements statements) {
    private static final String PLACE_FORM = "[0-9]{6}";
    private static final String UUID_FORM = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    /**
     * @param pensioner draws a basic pension somewhere
     * @param employedInsured is insured by an employer somewhere
     * @param student goes to school; RESIDENT asks for it
     * @param stateStaff works for a state organ or a public institution; RESIDENT asks for it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL) // as above
    record Statements(
            @NotNull Boolean pensioner,
            @NotNull Boolean employedInsured,
            @Nullable Boolean student,
            @Nullable Boolean stateStaff) {}

    UUID person() {
        return UUID.fromString(personId);
    }

    Application toApplication() {
        return new Application(
                Scheme.valueOf(scheme),
                new Place(place),
                Category.valueOf(category),
                new Application.Evidence(place(workPlace), place(residencePermit), place(licencePlace)),
                new Application.Statements(
                        statements.pensioner(),
                        statements.employedInsured(),
                        statements.student(),
                        statements.stateStaff()));
    }

    private static @Nullable Place place(@Nullable String code) {
        return code == null ? null : new Place(code);
    }
}
