package org.lingbao.local.faults.events;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Pause;

/**
 * Waiting for what comes by itself.
 *
 * @param seeming how much the groups seemed to lag in each partition when nothing was on its way. A commit that was lost with the broker
 *     is made good by the partition's next record only: until then a group that has taken everything seems to lag, by always the same
 */
record Calm(Databases databases, Records records, Map<String, Long> seeming) {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final long BETWEEN_MILLIS = 200;
    private static final Duration CALM = Duration.ofMillis(500);
    private static final Duration STANDSTILL = Duration.ofSeconds(10);
    private static final Duration NEVER = Duration.ofDays(1);

    /** Begins when nothing is on its way: also after trials that kill. */
    static Calm begin(Databases databases, Records records) {
        var nothing = new Calm(databases, records, Map.of());
        return new Calm(databases, records, nothing.await(STANDSTILL));
    }

    /** Until nothing is on its way: no event, no letter, no record that somebody has not taken. */
    void await() {
        var lag = await(NEVER);
        assert lag.isEmpty();
    }

    /**
     * @param still for how long the same lag must be seen to be one that only seems
     * @return what lag there is beyond {@code seeming}
     */
    private Map<String, Long> await(Duration still) {
        var since = new AtomicLong(System.nanoTime());
        var last = new AtomicReference<>(Map.<String, Long>of());
        var seen = new AtomicReference<>("");
        until(() -> "nothing is on its way any more; there is" + seen, LIMIT, () -> {
            var underWay = databases.underWay();
            var lag = lag();
            seen.set(" %s of services, %s of consumers".formatted(underWay, lag));
            if (!underWay.isEmpty() || !lag.equals(last.getAndSet(lag))) {
                since.set(System.nanoTime());
            }
            var enough = lag.isEmpty() ? CALM : still;
            return System.nanoTime() - since.get() >= enough.toNanos();
        });
        return last.get();
    }

    private Map<String, Long> lag() {
        var lag = new TreeMap<>(records.lag());
        lag.entrySet().removeIf(partition -> partition.getValue().equals(seeming.get(partition.getKey())));
        return lag;
    }

    /**
     * Sees that something changes no row.
     *
     * @param what as in "… changed these tables"
     * @param does says what it has done
     * @return the same with the number of rows
     */
    static String unchanged(Databases databases, Records records, String what, Supplier<String> does) {
        var calm = begin(databases, records);
        until(
                () -> "services have done what they do of their own accord; there is " + databases.stillToCome(),
                LIMIT,
                () -> databases.stillToCome().isEmpty());
        calm.await();
        var before = databases.digest();
        var done = does.get();
        calm.await();
        var changes = before.changesTo(databases.digest());
        if (!changes.isEmpty()) {
            throw new PartFailed(what + " changed " + String.join("; ", changes));
        }
        return "%s, %d rows unchanged".formatted(done, before.rows());
    }

    /** @param what as in "it took too long until …" */
    static void until(String what, Duration limit, BooleanSupplier holds) {
        until(() -> what, limit, holds);
    }

    private static void until(Supplier<String> what, Duration limit, BooleanSupplier holds) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new PartFailed("it took more than " + limit.toSeconds() + " s until " + what.get());
            }
            Pause.millis(BETWEEN_MILLIS);
        }
    }
}
