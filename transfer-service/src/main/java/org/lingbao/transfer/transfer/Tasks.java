package org.lingbao.transfer.transfer;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;
import org.lingbao.transfer.transfer.domain.Effect.Task;
import org.lingbao.transfer.transfer.domain.Status;

/** The open tasks of a clerk's area. A task that a case waits for ends with the case going on, and not before. */
@ApplicationScoped
class Tasks {
    /** How many a page shows at most, and unless less are asked for. */
    static final int PAGE = 60;

    private static final Set<Task> BY_HAND = Set.of(Task.MESSAGE_REJECTED, Task.CLARIFICATION_ASKED);

    private static final String FIND = """
            select t.*, c.status from transfer_task t join transfer_case c on c.case_id = t.case_id and c.side is not null
            where t.done_on is null and starts_with(t.place, $1) and (cast($2 as uuid) is null or t.task_id > $2)
            order by t.task_id limit $3""";

    private static final String LOCK = """
            select t.task, c.person_id from transfer_task t
            join transfer_case c on c.case_id = t.case_id and c.side is not null
            where t.task_id = $1 and starts_with(t.place, $2) and t.done_on is null for update of t""";

    private static final String END = "update transfer_task set done_on = $2, done_by = $3 where task_id = $1";

    private final Pool pool;
    private final Audit audit;
    private final Cases cases;

    Tasks(Pool pool, Audit audit, Cases cases) {
        this.pool = pool;
        this.audit = audit;
        this.cases = cases;
    }

    Uni<TaskView.Page> of(Caller caller, @Nullable UUID after, int most) {
        if (!(caller.scope() instanceof AccessScope.Subtree area)) {
            return Uni.createFrom().item(new TaskView.Page(List.of(), null));
        }
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(area.prefix()).addUUID(after).addInteger(most + 1))
                .map(rows -> page(rows, most));
    }

    private static TaskView.Page page(RowSet<Row> rows, int most) {
        var tasks = StreamSupport.stream(rows.spliterator(), false)
                .limit(most)
                .map(Tasks::view)
                .toList();
        return new TaskView.Page(
                tasks, rows.size() > most ? tasks.getLast().taskId().toString() : null);
    }

    private static TaskView view(Row row) {
        return new TaskView(
                row.getUUID("task_id"),
                row.getUUID("case_id"),
                Task.valueOf(row.getString("task")),
                List.of(row.getArrayOfStrings("reasons")),
                row.getString("place"),
                Status.valueOf(row.getString("status")),
                row.getLocalDate("since"),
                row.getLocalDate("due_on"));
    }

    /** Ends a task by hand. */
    Uni<Void> end(Caller caller, UUID task) {
        if (!(caller.scope() instanceof AccessScope.Subtree area)) {
            return Uni.createFrom().failure(new ProblemException(Problem.notFound()));
        }
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(task, area.prefix()))
                .chain(found -> end(transaction, caller, task, found)));
    }

    private Uni<Void> end(SqlConnection transaction, Caller caller, UUID task, RowSet<Row> found) {
        if (found.size() == 0) {
            throw new ProblemException(Problem.notFound());
        }
        var row = found.iterator().next();
        if (!BY_HAND.contains(Task.valueOf(row.getString("task")))) {
            throw new ProblemException(Problem.conflict("task-not-by-hand", new Violation("TASK_NOT_BY_HAND")));
        }
        var entry = new Audit.Entry(caller, "transfer.task-done", row.getUUID("person_id"), "served by the agency");
        return transaction
                .preparedQuery(END)
                .execute(Tuple.of(task, cases.now().today(), caller.subject()))
                .chain(() -> audit.record(transaction, entry));
    }
}
