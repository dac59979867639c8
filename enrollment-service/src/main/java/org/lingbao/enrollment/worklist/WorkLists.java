package org.lingbao.enrollment.worklist;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.worklist.domain.Kind;
import org.lingbao.enrollment.worklist.domain.Outcome;
import org.lingbao.platform.identity.Caller;

/** The work lists, for the features that find what is to be done; it is written in their statement, set by set. */
@ApplicationScoped
public class WorkLists {
    private final TaskDays days;

    WorkLists(TaskDays days) {
        this.days = days;
    }

    /** Somebody who is not registered, by SQL expressions: name and number as {@link Subjects} seals them, and a blind index (bytea). */
    public record Somebody(String name, String number, String index) {
        /** It is about nobody who is to be found. */
        public static final Somebody NOBODY = new Somebody("null::bytea", "null::bytea", "null::bytea");
    }

    /**
     * Inserts a task for each row of a relation; for a reference that has one, and for somebody who has an open one of the kind,
     * there is none. The expressions are columns of the relation.
     *
     * @param organisation SQL expression of where it is to be done (text)
     * @param reference SQL expression of what it is about (uuid)
     * @param first number of the first of three parameters, which {@link #daysFrom} gives
     */
    public static String insertOf(
            Kind kind, String organisation, String reference, Somebody whom, int first, String from) {
        return """
                insert into task (task_id, kind, organisation, held_by, reference, subject_name, subject_number, subject_index,
                                  since, due_on, escalates_on)
                select uuidv7(), '%s', %s, %s, %s, %s, %s, %s, $%d::date, $%d::date, $%d::date from %s
                on conflict do nothing""".formatted(
                        kind,
                        organisation,
                        organisation,
                        reference,
                        whom.name(),
                        whom.number(),
                        whom.index(),
                        first,
                        first + 1,
                        first + 2,
                        from);
    }

    /** Ends the open task about a reference, in the transaction that decided what it was about. */
    public Uni<Void> end(
            SqlConnection transaction, Kind kind, UUID reference, Outcome outcome, Caller caller, LocalDate on) {
        return transaction
                .preparedQuery(TaskSql.END_OF)
                .execute(Tuple.of(kind.name(), reference, outcome.name(), on, caller.issuer(), caller.subject()))
                .replaceWithVoid();
    }

    /** The three days of a task that begins then. */
    public List<@Nullable LocalDate> daysFrom(LocalDate since) {
        return Arrays.asList(since, days.dueOn(since), days.escalatesOn(since));
    }
}
