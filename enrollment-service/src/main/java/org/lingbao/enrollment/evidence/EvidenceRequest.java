package org.lingbao.enrollment.evidence;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.wire.OneOf;
import org.lingbao.enrollment.evidence.domain.Kind;
import org.lingbao.enrollment.evidence.domain.Paper;
import org.lingbao.rules.value.Place;

/**
 * Records a paper of a person.
 *
 * @param number as printed
 * @param place whose authority issued it, GB/T 2260
 * @param validTo the last day; may be left out where it has no end
 * @param electronic whether it is an electronic licence (电子证照)
 */
record EvidenceRequest(
        @NotNull @OneOf(Kind.class) @Schema(implementation = Kind.class)
        String kind,

        @NotBlank @Size(max = 32) String number,
        @NotNull @Pattern(regexp = "[0-9]{6}") String place,
        @NotNull LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean electronic) {
    Paper paper() {
        return new Paper(Kind.valueOf(kind), new Place(place), validFrom, validTo);
    }

    /** Tells nothing: a request may end up in a log. */
    @Override
    public String toString() {
        return "EvidenceRequest";
    }
}
