package org.lingbao.enrollment.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.evidence.domain.Kind;
import org.lingbao.personal.IdentityNumber;

/**
 * A paper as it is recorded; its number writes itself masked.
 *
 * @param valid whether it holds today
 * @param seen whether a clerk saw it; else the person named it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EvidenceView(
        UUID evidenceId,
        Kind kind,
        @Schema(implementation = String.class) IdentityNumber number,
        String place,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean valid,
        boolean electronic,
        boolean seen,
        LocalDate statedOn) {

    /** All of a person, in the order in which they were recorded. */
    record All(List<EvidenceView> evidence) {}
}
