package org.lingbao.transfer.exchange;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Has a courier for every partner of the trust list, and holds their advisory locks on one connection: several processes
 * share the partners, and those of one that has died go to the others.
 */
@ApplicationScoped
class Couriers {
    private static final Logger LOG = Logger.getLogger(Couriers.class);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
    private static final Duration TURN = Duration.ofSeconds(1);

    private static final String LOCK = """
            select partner, pg_try_advisory_lock(hashtextextended('courier-' || partner, 0)) as mine
            from unnest($1::text[]) partner""";

    private final Pool pool;
    private final Delivery delivery;
    private final Keys keys;
    private final Waits waits;
    private final WaitingLetters waiting;
    private final Map<String, Courier> couriers = new ConcurrentHashMap<>();
    private volatile boolean running;
    private @Nullable Thread thread;

    Couriers(Pool pool, Delivery delivery, Keys keys, Waits waits, WaitingLetters waiting) {
        this.pool = pool;
        this.delivery = delivery;
        this.keys = keys;
        this.waits = waits;
        this.waiting = waiting;
    }

    void start(@Observes StartupEvent event) {
        running = true;
        thread = Thread.ofPlatform().name("couriers").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        if (thread != null) {
            thread.interrupt();
            thread.join();
        }
        for (var courier : couriers.values()) {
            courier.stop();
        }
    }

    /** There may be a letter to this partner, now or after the commit. */
    void wake(String partner) {
        var courier = couriers.get(partner);
        if (courier != null) {
            courier.wake();
        }
    }

    /** The same, and the courier waits no longer after a failure. */
    void hurry(String partner) {
        var courier = couriers.get(partner);
        if (courier != null) {
            courier.hurry();
        }
    }

    private void run() {
        while (running) {
            try {
                leadWhileConnected();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                if (running) {
                    LOG.warnf("couriers: %s; tries again in %s", e, TURN);
                }
            } finally {
                couriers.values().forEach(courier -> courier.lead(false));
            }
            pause();
        }
    }

    private void leadWhileConnected() throws InterruptedException {
        var connection = pool.getConnection().await().atMost(ANSWER_LIMIT);
        try {
            while (running) {
                keys.refresh();
                engage();
                lead(connection);
                waiting.look(connection, couriers.keySet()).await().atMost(ANSWER_LIMIT);
                Thread.sleep(TURN);
            }
        } finally {
            release(connection);
        }
    }

    private void engage() {
        var folder = keys.current();
        folder.trust().parties().stream()
                .map(TrustList.Member::province)
                .filter(province -> !province.equals(folder.own().province()))
                .forEach(province -> {
                    var courier = couriers.computeIfAbsent(province, this::engaged);
                    assert courier != null;
                });
    }

    private Courier engaged(String partner) {
        var courier = new Courier(partner, delivery, waits.backoff());
        courier.start();
        return courier;
    }

    private void lead(SqlConnection connection) {
        var free = couriers.entrySet().stream()
                .filter(entry -> !entry.getValue().leads())
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
        if (free.length > 0) {
            for (var row : connection
                    .preparedQuery(LOCK)
                    .execute(Tuple.tuple().addArrayOfString(free))
                    .await()
                    .atMost(ANSWER_LIMIT)) {
                var courier = couriers.get(row.getString("partner"));
                if (courier != null) {
                    courier.lead(row.getBoolean("mine"));
                }
            }
        }
    }

    /** The locks go with the session, so the connection must not go back to the pool with them. */
    private static void release(SqlConnection connection) {
        connection
                .query("select pg_advisory_unlock_all()")
                .execute()
                .onItemOrFailure()
                .transformToUni((done, failure) -> connection.close())
                .subscribe()
                .with(closed -> {}, failure -> LOG.debugf(failure, "the couriers' connection"));
    }

    private static void pause() {
        try {
            Thread.sleep(TURN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
