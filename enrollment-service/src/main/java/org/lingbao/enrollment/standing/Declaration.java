package org.lingbao.enrollment.standing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of an employer's bulk declaration: who was hired, or who left; one of the two.
 *
 * @param hire as in a single declaration
 * @param leave an employment and its last day
 */
record Declaration(
        @Valid @Nullable HireRequest hire, @Valid @Nullable Leave leave) {

    /**
     * That somebody left.
     *
     * @param employmentId as it was answered to the hire
     * @param endedOn the last day
     */
    record Leave(@NotNull UUID employmentId, @NotNull LocalDate endedOn) {}

    @JsonIgnore
    @AssertTrue(message = "a hire or a leave, one of the two")
    boolean isOne() {
        return (hire == null) != (leave == null);
    }

    /** Tells nothing: a request may end up in a log. */
    @Override
    public String toString() {
        return "Declaration";
    }
}
