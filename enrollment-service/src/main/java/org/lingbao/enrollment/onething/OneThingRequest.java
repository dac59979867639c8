package org.lingbao.enrollment.onething;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.wire.Id;
import org.lingbao.asking.wire.OneOf;
import org.lingbao.asking.wire.Yuan;
import org.lingbao.enrollment.channel.Confirmation;
import org.lingbao.enrollment.employment.WorkDone;
import org.lingbao.enrollment.joining.domain.Application;
import org.lingbao.rules.contribution.Period;
import org.lingbao.rules.enrollment.Category;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/**
 * An application for one thing (灵活就业一件事): the employees' scheme, with all that belongs to it.
 *
 * @param occupation code of the national classification, see {@code GET /occupations}
 * @param place where to be enrolled, GB/T 2260
 * @param category which kind of flexible worker
 * @param workPlace where the person works; absent: where they are enrolled
 * @param residencePermit place that issued the residence permit
 * @param licencePlace place where the business licence is registered
 * @param statements what the person states; it is asked, never assumed
 * @param plan what the person wishes to pay, from the first month of the enrollment on
 * @param channel code of the channel, see {@code GET /channels}
 * @param confirmation how the person confirmed, where a clerk acts for them
 */
record OneThingRequest(
        @NotNull @Id String personId,

        @NotNull @Pattern(regexp = "[1-8]-[0-9]{2}-[0-9]{2}-[0-9]{2}")
        String occupation,

        @NotNull @Pattern(regexp = PLACE_FORM) String place,

        @NotNull @OneOf(Category.class) @Schema(implementation = Category.class)
        String category,

        @Pattern(regexp = PLACE_FORM) @Nullable String workPlace,
        @Pattern(regexp = PLACE_FORM) @Nullable String residencePermit,
        @Pattern(regexp = PLACE_FORM) @Nullable String licencePlace,
        @NotNull @Valid Statements statements,
        @NotNull @Valid Plan plan,
        @NotNull @Size(min = 1, max = 64) String channel,
        @Valid @Nullable Confirmation confirmation) {
    private static final String PLACE_FORM = "[0-9]{6}";

    /**
     * @param pensioner draws a basic pension somewhere
     * @param employedInsured is insured by an employer somewhere
     */
    record Statements(@NotNull Boolean pensioner, @NotNull Boolean employedInsured) {}

    /**
     * @param base in yuan a month, where the place bills by base
     * @param tierPercent the tier, where it bills by tier
     * @param period how many months are paid at a time
     */
    record Plan(
            @Yuan @Nullable String base,
            @Min(1) @Max(1000) @Nullable Integer tierPercent,

            @NotNull @OneOf(Period.class) @Schema(implementation = Period.class)
            String period) {

        @JsonIgnore
        @AssertFalse(message = "a base or a tier, not both")
        boolean isBaseAndTier() {
            return base != null && tierPercent != null;
        }

        PlanWish toWish() {
            return new PlanWish(base == null ? null : Money.yuan(base), tierPercent, Period.valueOf(period));
        }
    }

    UUID person() {
        return UUID.fromString(personId);
    }

    WorkDone work() {
        return new WorkDone(occupation, new Place(workPlace == null ? place : workPlace), Category.valueOf(category));
    }

    Application application() {
        return new Application(
                Scheme.EMPLOYEE,
                new Place(place),
                Category.valueOf(category),
                new Application.Evidence(place(workPlace), place(residencePermit), place(licencePlace)),
                new Application.Statements(statements.pensioner(), statements.employedInsured()));
    }

    private static @Nullable Place place(@Nullable String code) {
        return code == null ? null : new Place(code);
    }
}
