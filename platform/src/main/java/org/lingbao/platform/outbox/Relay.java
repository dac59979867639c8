package org.lingbao.platform.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what the outbox holds, in order per key, at least once.
 *
 * <p>One relay per database works at a time: it holds an advisory lock on its connection, since several that skip each
 * other's locked rows would reorder a key. It always reads the rows that are there, never "after the last position":
 * transactions do not commit in the order of their positions. A row is deleted after the broker has acknowledged it, so
 * a crash between the two repeats it under the same id, and the consumers' inbox drops the repetition.
 */
@ApplicationScoped
class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final long IDLE_MILLIS = 100;

    /** What comes within this time goes together: each look and each send costs the same for one event as for hundreds. */
    private static final long GATHER_MILLIS = 5;

    private final Pool pool;
    private final OutboxRows rows;
    private final Broker broker;
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean running;
    private volatile boolean atBroker;
    private volatile long lastTurnNanos;
    private @Nullable Thread thread;

    Relay(Pool pool, OutboxRows rows, Broker broker) {
        this.pool = pool;
        this.rows = rows;
        this.broker = broker;
    }

    void start(@Observes StartupEvent event) {
        running = true;
        lastTurnNanos = System.nanoTime();
        thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        if (thread != null) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(5));
        }
        broker.close();
    }

    /** For how long it has not come around, other than waiting for the broker; a relay that has ended is silent for ever. */
    Duration silentFor() {
        if (thread == null || !thread.isAlive()) {
            return ChronoUnit.FOREVER.getDuration();
        }
        return atBroker ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - lastTurnNanos);
    }

    /** Asks for a look at the outbox soon. Cheap, never blocks; may be called before the commit. */
    void wake() {
        if (woken.availablePermits() == 0) {
            woken.release();
        }
    }

    private void run() {
        while (running) {
            lastTurnNanos = System.nanoTime();
            try {
                relayWhileLeader();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                // also an Error: without this thread every answer says 2xx and nobody hears of it
                if (running) {
                    LOG.warnf("outbox relay: %s; tries again in %s", e, PAUSE_AFTER_FAILURE);
                    pause(PAUSE_AFTER_FAILURE.toMillis());
                }
            }
        }
    }

    private void relayWhileLeader() throws InterruptedException {
        var connection = pool.getConnection().await().atMost(ANSWER_LIMIT);
        try {
            if (rows.lead(connection).await().atMost(ANSWER_LIMIT)) {
                try {
                    drainUntilStopped(connection);
                } finally {
                    stepDown(connection);
                }
            } else {
                pause(PAUSE_AFTER_FAILURE.toMillis());
            }
        } finally {
            connection.close().subscribe().with(closed -> {}, failure -> LOG.debugf(failure, "relay connection"));
        }
    }

    /**
     * After a wake-up the commit may still be on its way, so the relay looks again at growing intervals, and at last
     * only every {@value #IDLE_MILLIS} ms: that catches what another instance wrote.
     */
    private void drainUntilStopped(SqlConnection connection) throws InterruptedException {
        var waitMillis = 1L;
        while (running) {
            var published = publishOnce(connection);
            if (published > 0) {
                waitMillis = 1L;
                if (published < OutboxRows.BATCH) {
                    Thread.sleep(GATHER_MILLIS);
                }
            } else if (woken.tryAcquire(waitMillis, TimeUnit.MILLISECONDS)) {
                waitMillis = 1L;
            } else {
                waitMillis = Math.min(IDLE_MILLIS, waitMillis * 2);
            }
        }
    }

    private int publishOnce(SqlConnection connection) throws InterruptedException {
        lastTurnNanos = System.nanoTime();
        var waiting = rows.waiting(connection).await().atMost(ANSWER_LIMIT);
        if (!waiting.isEmpty()) {
            publish(waiting);
            rows.delete(connection, waiting).await().atMost(ANSWER_LIMIT);
        }
        return waiting.size();
    }

    private void publish(List<OutboxRows.Waiting> events) throws InterruptedException {
        atBroker = true;
        try {
            broker.publish(events);
        } finally {
            lastTurnNanos = System.nanoTime();
            atBroker = false;
        }
    }

    private void stepDown(SqlConnection connection) {
        try {
            rows.stepDown(connection).await().atMost(ANSWER_LIMIT);
        } catch (RuntimeException e) {
            LOG.debugf(e, "the relay's connection is gone, and its lock with it");
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
