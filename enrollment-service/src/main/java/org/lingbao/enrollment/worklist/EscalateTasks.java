package org.lingbao.enrollment.worklist;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.lingbao.platform.database.LongRunning;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.watching.Rounds;

/** Once per business day, by one process of all: what is late comes up one level. */
@ApplicationScoped
class EscalateTasks {
    private static final Logger LOG = Logger.getLogger(EscalateTasks.class);
    private static final int AT_ONCE = 10_000;

    private final Pool pool;
    private final TaskDays days;
    private final BusinessDay day;
    private final Rounds rounds;
    private final Duration interval;

    EscalateTasks(
            @LongRunning Pool pool,
            TaskDays days,
            BusinessDay day,
            Rounds rounds,
            @ConfigProperty(name = "lingbao.work-list.sweep-interval") Duration interval) {
        this.pool = pool;
        this.days = days;
        this.day = day;
        this.rounds = rounds;
        this.interval = interval;
    }

    void start(@Observes StartupEvent event) {
        rounds.every(interval, LOG, "late tasks did not come up", this::sweepIfDue);
    }

    /**
     * Bucket by bucket, each in a transaction of its own.
     *
     * @return how many came up; none where it was done on this day already
     */
    Uni<Long> sweepIfDue() {
        return nextBucket(day.today(), 0);
    }

    private Uni<Long> nextBucket(LocalDate today, long before) {
        return bucket(today)
                .chain(escalated -> escalated < AT_ONCE
                        ? Uni.createFrom().item(before + escalated)
                        : nextBucket(today, before + escalated));
    }

    private Uni<Long> bucket(LocalDate today) {
        return pool.withTransaction(transaction -> transaction
                .query("set local statement_timeout = '30min'")
                .execute()
                .chain(() -> transaction.query(TaskSql.ALONE).execute())
                .chain(rows -> rows.iterator().next().getBoolean("alone")
                        ? sweepIfNotSwept(transaction, today)
                        : Uni.createFrom().item(0L)));
    }

    private Uni<Long> sweepIfNotSwept(SqlConnection transaction, LocalDate today) {
        return transaction
                .preparedQuery(TaskSql.SWEPT)
                .execute(Tuple.of(today))
                .chain(rows -> rows.iterator().next().getBoolean("swept")
                        ? Uni.createFrom().item(0L)
                        : sweep(transaction, today));
    }

    private Uni<Long> sweep(SqlConnection transaction, LocalDate today) {
        return giveDays(transaction)
                .chain(() -> transaction.preparedQuery(TaskSql.FOLLOW_MOVES).execute(Tuple.of(today)))
                .chain(() -> transaction
                        .preparedQuery(TaskSql.ESCALATE)
                        .execute(Tuple.of(today, days.escalatesAgainOn(today), AT_ONCE)))
                .map(rows -> (long) rows.rowCount())
                .call(escalated -> transaction
                        .preparedQuery(TaskSql.KEEP_SWEEP)
                        .execute(Tuple.of(today, escalated, escalated < AT_ONCE)));
    }

    /** The days off of another year may have been announced since. */
    private Uni<Void> giveDays(SqlConnection transaction) {
        return transaction
                .query(TaskSql.WITHOUT_DAY)
                .execute()
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> giveDays(transaction, row))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Void> giveDays(SqlConnection transaction, Row row) {
        var since = row.getLocalDate("since");
        var again = row.getBoolean("again");
        var escalates = again ? days.escalatesAgainOn(since) : days.escalatesOn(since);
        return escalates == null
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(TaskSql.GIVE_DAY)
                        .execute(Tuple.from(Arrays.asList(since, again, days.dueOn(since), escalates)))
                        .replaceWithVoid();
    }
}
