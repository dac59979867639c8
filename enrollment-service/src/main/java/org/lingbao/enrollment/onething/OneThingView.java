package org.lingbao.enrollment.onething;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.employment.RegistrationView;
import org.lingbao.enrollment.joining.EnrollmentView;
import org.lingbao.enrollment.joining.EnrollmentView.Finding;

/**
 * An application for one thing with its one status.
 *
 * @param parts in the order in which they are done
 * @param registration what the first part made
 * @param enrollment what the second part made: receipt, notices, exits
 * @param warnings what everybody is told before it costs them money (防骗提示), whatever was decided
 * @param planId what the third part made, in contribution
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OneThingView(
        UUID oneThingId,
        UUID personId,
        Status status,
        List<PartView> parts,
        @Nullable RegistrationView registration,
        @Nullable EnrollmentView enrollment,
        List<Finding> warnings,
        @Nullable UUID planId,
        LocalDate decidedOn) {

    /** How far all of it is. */
    enum Status {
        /** A part was refused, so nothing was done. */
        REFUSED,
        /** Registered and insured; the plan is on its way. */
        IN_PROGRESS,
        /** Registered and insured, but the plan was refused: the person chooses another. */
        PLAN_REFUSED,
        /** All is done. */
        COMPLETED
    }

    /** @param reasons why a part was refused, all of them */
    record PartView(Part part, Part.State state, List<Finding> reasons) {}
}
