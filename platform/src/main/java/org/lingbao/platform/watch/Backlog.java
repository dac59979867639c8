package org.lingbao.platform.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * What waits, as metrics: events that are not published yet, and how long the oldest has waited; messages that are
 * parked. It is looked up at intervals, apart from those who work on it: when they stand still the numbers go on.
 */
@ApplicationScoped
class Backlog {
    private static final Logger LOG = Logger.getLogger(Backlog.class);

    private static final String LOOK = """
            select (select count(*) from outbox) as events,
                   coalesce((select extract(epoch from clock_timestamp() - created_at) from outbox
                             order by position limit 1), 0)::bigint as oldest_seconds,
                   (select count(*) from parked_message where released_at is null) as parked""";

    private record Seen(long events, long oldestSeconds, long parked) {}

    private final Pool pool;
    private final Vertx vertx;
    private final Duration interval;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile Seen seen = new Seen(0, 0, 0);

    Backlog(
            Pool pool,
            Vertx vertx,
            MeterRegistry metrics,
            @ConfigProperty(name = "lingbao.watch-interval", defaultValue = "PT10S") Duration interval) {
        this.pool = pool;
        this.vertx = vertx;
        this.interval = interval;
        gauge(metrics, "lingbao.outbox.events", "events that are not published yet", now -> now.events);
        gauge(
                metrics,
                "lingbao.outbox.oldest.seconds",
                "how long the first of them has waited",
                now -> now.oldestSeconds);
        gauge(metrics, "lingbao.parked.messages", "messages that wait for an operator", now -> now.parked);
    }

    private void gauge(MeterRegistry metrics, String name, String what, ToLongFunction<Seen> value) {
        var _ = Gauge.builder(name, () -> value.applyAsLong(seen))
                .description(what)
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        var _ = vertx.setPeriodic(interval.toMillis(), tick -> look());
    }

    private void look() {
        if (!looking.compareAndSet(false, true)) {
            return; // the last look still waits for the database
        }
        pool.query(LOOK)
                .execute()
                .map(found -> found.iterator().next())
                .map(Backlog::read)
                .onTermination()
                .invoke(() -> looking.set(false))
                .subscribe()
                .with(now -> seen = now, failure -> LOG.debugf(failure, "what waits is not known now"));
    }

    private static Seen read(Row row) {
        return new Seen(row.getLong("events"), row.getLong("oldest_seconds"), row.getLong("parked"));
    }
}
