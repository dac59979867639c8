package org.lingbao.enrollment.signal;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.signal.Thresholds.Threshold;
import org.lingbao.enrollment.worklist.WorkLists;
import org.lingbao.platform.database.LongRunning;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.watching.Rounds;

/** Looks through the enrollments of the last days, one process of all at a time. What it notices is a task; it refuses nobody. */
@ApplicationScoped
class SweepSignals {
    private static final Logger LOG = Logger.getLogger(SweepSignals.class);

    private final Pool pool;
    private final Thresholds thresholds;
    private final WorkLists workLists;
    private final BusinessDay day;
    private final Rounds rounds;
    private final Duration interval;

    SweepSignals(
            @LongRunning Pool pool,
            Thresholds thresholds,
            WorkLists workLists,
            BusinessDay day,
            Rounds rounds,
            @ConfigProperty(name = "lingbao.signal.sweep-interval") Duration interval) {
        this.pool = pool;
        this.thresholds = thresholds;
        this.workLists = workLists;
        this.day = day;
        this.rounds = rounds;
        this.interval = interval;
    }

    void start(@Observes StartupEvent event) {
        rounds.every(interval, LOG, "enrollments were not looked through", this::sweep);
    }

    /** @return how many are new; none where another process is at it */
    Uni<Long> sweep() {
        return pool.withTransaction(transaction -> transaction
                .query("set local statement_timeout = '30min'")
                .execute()
                .chain(() -> transaction.query(SignalSql.ALONE).execute())
                .chain(rows -> rows.iterator().next().getBoolean("alone")
                        ? sweep(transaction, List.of(Behind.values()), 0)
                        : Uni.createFrom().item(0L)));
    }

    private Uni<Long> sweep(SqlConnection transaction, List<Behind> kinds, long before) {
        if (kinds.isEmpty()) {
            return Uni.createFrom().item(before);
        }
        var rest = kinds.subList(1, kinds.size());
        return thresholds
                .of(kinds.getFirst(), day.today())
                .map(threshold -> sweep(transaction, threshold))
                .orElseGet(() -> Uni.createFrom().item(0L))
                .chain(made -> sweep(transaction, rest, before + made));
    }

    private Uni<Long> sweep(SqlConnection transaction, Threshold threshold) {
        return transaction
                .preparedQuery(SignalSql.sweep(threshold.kind()))
                .execute(values(threshold))
                .map(rows -> rows.iterator().next().getLong("made"));
    }

    private Tuple values(Threshold threshold) {
        var today = day.today();
        List<@Nullable Object> values = new ArrayList<>(List.of(
                today.minusDays(threshold.days() - 1),
                today,
                threshold.persons(),
                threshold.from(),
                threshold.days(),
                threshold.status().word()));
        values.addAll(workLists.daysFrom(today));
        return Tuple.from(values);
    }
}
