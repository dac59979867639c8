package org.lingbao.enrollment.employment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.wire.Id;
import org.lingbao.asking.wire.OneOf;
import org.lingbao.enrollment.channel.Confirmation;
import org.lingbao.rules.enrollment.Category;
import org.lingbao.rules.value.Place;

/**
 * Registers a person as employed (就业登记).
 *
 * @param occupation code of the national classification, see {@code GET /occupations}
 * @param place where the person works, GB/T 2260
 * @param form of the work
 * @param channel code of the channel, see {@code GET /channels}
 * @param confirmation how the person confirmed, where a clerk acts for them
 */
record RegistrationRequest(
        @NotNull @Id String personId,

        @NotNull @Pattern(regexp = "[1-8]-[0-9]{2}-[0-9]{2}-[0-9]{2}")
        String occupation,

        @NotNull @Pattern(regexp = "[0-9]{6}") String place,

        @NotNull @OneOf(Category.class) @Schema(implementation = Category.class)
        String form,

        @NotNull @Size(min = 1, max = 64) String channel,
        @Valid @Nullable Confirmation confirmation) {

    UUID person() {
        return UUID.fromString(personId);
    }

    WorkDone work() {
        return new WorkDone(occupation, new Place(place), Category.valueOf(form));
    }
}
