package org.lingbao.contribution.reminder;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.YearMonth;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.lingbao.contribution.sweep.Sweep;
import org.lingbao.contribution.sweep.Sweeps;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.watching.Rounds;

/** Orders the reminders of a business day, once, by one process of all. */
@ApplicationScoped
class RemindDaily {
    private static final Logger LOG = Logger.getLogger(RemindDaily.class);
    private static final String ALONE = "select pg_advisory_xact_lock(hashtextextended('remind-daily', 0))";
    private static final String ORDERED =
            "select exists (select from sweep where kind = 'REMINDER' and not dry and asked_on = $1) as ordered";

    private final Pool pool;
    private final Sweeps sweeps;
    private final BusinessDay day;
    private final Rounds rounds;
    private final Duration interval;

    RemindDaily(
            Pool pool,
            Sweeps sweeps,
            BusinessDay day,
            Rounds rounds,
            @ConfigProperty(name = "lingbao.reminder.interval") Duration interval) {
        this.pool = pool;
        this.sweeps = sweeps;
        this.day = day;
        this.rounds = rounds;
        this.interval = interval;
    }

    void start(@Observes StartupEvent event) {
        rounds.every(interval, LOG, "reminders were not ordered", this::orderIfDue);
    }

    /** @return whether it was ordered now */
    Uni<Boolean> orderIfDue() {
        var today = day.today();
        var month = YearMonth.from(today);
        return pool.withTransaction(transaction -> transaction
                        .query(ALONE)
                        .execute()
                        .chain(() -> transaction.preparedQuery(ORDERED).execute(Tuple.of(today)))
                        .chain(rows -> rows.iterator().next().getBoolean("ordered")
                                ? Uni.createFrom().item(false)
                                : sweeps.begin(transaction, Sweep.of(Sweep.Kind.REMINDER, month, month, false, today))
                                        .replaceWith(true)))
                .invoke(sweeps::wake);
    }
}
