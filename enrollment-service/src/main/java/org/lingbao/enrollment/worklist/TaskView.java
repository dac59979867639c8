package org.lingbao.enrollment.worklist;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.worklist.domain.Kind;
import org.lingbao.enrollment.worklist.domain.Outcome;

/**
 * A task.
 *
 * @param organisation where it is to be done
 * @param heldBy who has to see to it: the organisation, or the one above that it came up to
 * @param personId the registered person that it is about; absent where it is about nobody registered
 * @param matchId the possible match that is to be decided; absent where it is about something else
 * @param dueOn the last working day; absent while the days off of that year are not announced
 * @param overdue whether it is open after that day
 * @param subject whom it is about, in the answer to the one who is sent there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TaskView(
        UUID taskId,
        Kind kind,
        String organisation,
        String heldBy,
        @Nullable UUID personId,
        @Nullable UUID matchId,
        LocalDate since,
        @Nullable LocalDate dueOn,
        boolean overdue,
        @Nullable LocalDate escalatedOn,
        State state,
        @Nullable Outcome outcome,
        @Nullable LocalDate doneOn,
        @Nullable Subject subject) {

    /** Whether it is still to be done. */
    enum State {
        OPEN,
        DONE
    }

    /**
     * Somebody who is to be found.
     *
     * @param name whole
     * @param identityNumber masked
     */
    record Subject(String name, String identityNumber) {}

    TaskView about(@Nullable Subject somebody) {
        return new TaskView(
                taskId,
                kind,
                organisation,
                heldBy,
                personId,
                matchId,
                since,
                dueOn,
                overdue,
                escalatedOn,
                state,
                outcome,
                doneOn,
                somebody);
    }

    /** @param next after which to go on; absent where there are no more */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<TaskView> tasks, @Nullable UUID next) {}

    /** An area with all that lies in it; of the area that was asked for, its own alone. */
    record Sum(String area, String name, String level, long open, long overdue, long escalated, long done) {}

    /** @param parts the area's own tasks and each child's, where there are any */
    record Summary(String area, LocalDate on, List<Sum> parts) {}
}
