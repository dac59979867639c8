package org.lingbao.enrollment.worklist;

import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import org.lingbao.enrollment.worklist.TaskView.State;
import org.lingbao.enrollment.worklist.domain.Kind;
import org.lingbao.enrollment.worklist.domain.Outcome;

/** Reads rows of {@code task}. */
final class TaskRows {
    private TaskRows() {}

    /** Without whom it is about. */
    static TaskView view(Row row, LocalDate today) {
        var state = State.valueOf(row.getString("state"));
        var due = row.getLocalDate("due_on");
        var outcome = row.getString("outcome");
        return new TaskView(
                row.getUUID("task_id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("organisation"),
                row.getString("held_by"),
                row.getUUID("person_id"),
                row.getUUID("match_id"),
                row.getLocalDate("since"),
                due,
                state == State.OPEN && due != null && due.isBefore(today),
                row.getLocalDate("escalated_on"),
                state,
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getLocalDate("done_on"),
                null);
    }
}
