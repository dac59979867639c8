package org.lingbao.enrollment.worklist;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
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

/** Once per business day, by one process of all: what is late comes up one level. */
@ApplicationScoped
class EscalateTasks {
    private static final Logger LOG = Logger.getLogger(EscalateTasks.class);
    private static final int AT_ONCE = 10_000;

    private final Pool pool;
    private final TaskDays days;
    private final BusinessDay day;
    private final Vertx vertx;
    private final Duration interval;

    EscalateTasks(
            @LongRunning Pool pool,
            TaskDays days,
            BusinessDay day,
            Vertx vertx,
            @ConfigProperty(name = "lingbao.work-list.sweep-interval") Duration interval) {
        this.pool = pool;
        this.days = days;
        this.day = day;
        this.vertx = vertx;
        this.interval = interval;
    }

    void start(@Observes StartupEvent event) {
        var _ = vertx.setPeriodic(
                interval.toMillis(),
                tick -> sweepIfDue()
                        .subscribe()
                        .with(
                                escalated -> LOG.debugf("late tasks came up: %d", escalated),
                                failure -> LOG.warnf(
                                        "late tasks did not come up: %s",
                                        failure.getClass().getSimpleName())));
    }

    /** @return how many came up; none where it was done on this day already */
    Uni<Long> sweepIfDue() {
        var today = day.today();
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
                .chain(() -> escalate(transaction, today, 0))
                .call(escalated -> transaction.preparedQuery(TaskSql.KEEP_SWEEP).execute(Tuple.of(today, escalated)));
    }

    private Uni<Long> escalate(SqlConnection transaction, LocalDate today, long before) {
        return transaction
                .preparedQuery(TaskSql.ESCALATE)
                .execute(Tuple.tuple()
                        .addLocalDate(today)
                        .addLocalDate(days.escalatesAgainOn(today))
                        .addInteger(AT_ONCE))
                .chain(rows -> rows.rowCount() < AT_ONCE
                        ? Uni.createFrom().item(before + rows.rowCount())
                        : escalate(transaction, today, before + rows.rowCount()));
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
