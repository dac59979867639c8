package org.lingbao.enrollment.worklist;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.person.Registry;
import org.lingbao.enrollment.worklist.domain.Ending;
import org.lingbao.enrollment.worklist.domain.Kind;
import org.lingbao.enrollment.worklist.domain.Outcome;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.Idempotency;
import org.lingbao.platform.idempotency.IdempotencyKey;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;

/** Opens a task with whom it is about, makes one by hand, and takes how one ended. What is not the caller's is not there. */
@ApplicationScoped
class TaskDesk {
    private static final String LOCKED = TaskSql.FIND + " for update of t";
    private static final String PURPOSE = "work list of the organisation";
    private static final int OK = 200;

    private final Pool pool;
    private final Subjects subjects;
    private final TaskDays days;
    private final Registry registry;
    private final Idempotency idempotency;
    private final Audit audit;
    private final BusinessDay day;

    TaskDesk(
            Pool pool,
            Subjects subjects,
            TaskDays days,
            Registry registry,
            Idempotency idempotency,
            Audit audit,
            BusinessDay day) {
        this.pool = pool;
        this.subjects = subjects;
        this.days = days;
        this.registry = registry;
        this.idempotency = idempotency;
        this.audit = audit;
        this.day = day;
    }

    /** With the name of whom it is about; the same transaction records who looked. */
    Uni<TaskView> open(Caller caller, UUID task) {
        return pool.withTransaction(transaction -> find(transaction, caller, task, TaskSql.FIND)
                .call(row -> audited(transaction, caller, "task.open", row))
                .map(row -> TaskRows.view(row, day.today())
                        .about(subjects.open(bytes(row, "subject_name"), bytes(row, "subject_number")))));
    }

    /** A task about a registered person whom the caller may see. */
    Uni<Answer> make(Caller caller, IdempotencyKey key, Kind kind, String organisation, UUID person) {
        var today = day.today();
        var id = Ids.next();
        var values = Tuple.from(Arrays.asList(
                id, kind.name(), organisation, person, today, days.dueOn(today), days.escalatesOn(today)));
        return pool.withTransaction(transaction -> idempotency.once(
                transaction,
                key,
                () -> registry.sees(transaction, caller.scope(), person)
                        .chain(seen -> seen
                                ? transaction.preparedQuery(TaskSql.INSERT).execute(values)
                                : Uni.createFrom().failure(new ProblemException(Problem.notFound())))
                        .chain(() ->
                                audit.record(transaction, new Audit.Entry(caller, "task.make", person, purpose(id))))
                        .chain(() -> find(transaction, caller, id, TaskSql.FIND))
                        .map(row -> Answer.created("/tasks/" + id, TaskRows.view(row, today)))));
    }

    /** The same outcome again changes nothing. */
    Uni<Answer> end(Caller caller, UUID task, Outcome outcome) {
        return pool.withTransaction(transaction ->
                find(transaction, caller, task, LOCKED).chain(row -> end(transaction, caller, row, outcome)));
    }

    private Uni<Answer> end(SqlConnection transaction, Caller caller, Row row, Outcome outcome) {
        var today = day.today();
        var task = TaskRows.view(row, today);
        return switch (Ending.of(task.kind(), task.outcome(), outcome)) {
            case Ending.Known() -> Uni.createFrom().item(new Answer(OK, null, task, false));
            case Ending.Refused(var reasons) ->
                Uni.createFrom().item(Answer.refused(Problem.unprocessable("task-not-ended", violations(reasons))));
            case Ending.Done(var how) ->
                transaction
                        .preparedQuery(TaskSql.END)
                        .execute(Tuple.of(task.taskId(), how.name(), today, caller.issuer(), caller.subject()))
                        .chain(() -> audited(transaction, caller, "task.end", row))
                        .chain(() -> find(transaction, caller, task.taskId(), TaskSql.FIND))
                        .map(ended -> new Answer(OK, null, TaskRows.view(ended, today), false));
        };
    }

    private static List<Violation> violations(List<Ending.Reason> reasons) {
        return reasons.stream()
                .map(reason -> switch (reason) {
                    case Ending.Reason.DoneOtherwise done -> new Violation(done.code()).with("outcome", done.outcome());
                    case Ending.Reason.NoOutcomeOf unfit ->
                        new Violation(unfit.code())
                                .with("kind", unfit.kind())
                                .with("suggestions", unfit.possible())
                                .at("/outcome");
                })
                .toList();
    }

    /** @throws ProblemException 404 where it is not there, or not the caller's */
    private Uni<Row> find(SqlClient client, Caller caller, UUID task, String query) {
        return client.preparedQuery(query)
                .execute(Tuple.of(task, stem(caller), day.today()))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw new ProblemException(Problem.notFound());
                    }
                    return rows.iterator().next();
                });
    }

    private static @Nullable String stem(Caller caller) {
        return switch (caller.scope()) {
            case AccessScope.Subtree area -> area.prefix();
            case AccessScope.Everything() -> null;
            default -> throw new ProblemException(Problem.notFound());
        };
    }

    private Uni<Void> audited(SqlConnection transaction, Caller caller, String action, Row row) {
        return audit.record(
                transaction,
                new Audit.Entry(caller, action, row.getUUID("person_id"), purpose(row.getUUID("task_id"))));
    }

    /** A visit is to somebody who is not registered: the task says to whom. */
    private static String purpose(UUID task) {
        return PURPOSE + ", task " + task;
    }

    private static byte @Nullable [] bytes(Row row, String column) {
        Buffer sealed = row.getBuffer(column);
        return sealed == null ? null : sealed.getBytes();
    }
}
