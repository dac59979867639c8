package org.lingbao.enrollment.standing;

import static java.util.Objects.requireNonNull;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.wire.OneOf;
import org.lingbao.enrollment.standing.domain.EndingDecision.Cause;

/**
 * Records that a relation is given up (终止参保关系).
 *
 * @param on the day; its month is the relation's last
 * @param evidence number of the application; never a person's number or name
 */
record TerminationRequest(
        @NotNull LocalDate on,
        @NotNull @OneOf(Cause.class) @Nullable String cause,
        @NotNull @Pattern(regexp = EndingRows.EVIDENCE) String evidence) {

    Cause why() {
        return Cause.valueOf(requireNonNull(cause));
    }
}
