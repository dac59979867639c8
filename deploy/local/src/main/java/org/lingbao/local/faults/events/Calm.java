package org.lingbao.local.faults.events;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Pause;

/** Waiting for what comes by itself. */
final class Calm {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final long BETWEEN_MILLIS = 200;
    private static final Duration CALM = Duration.ofMillis(500);
    private static final Duration STANDSTILL = Duration.ofSeconds(10);

    private Calm() {}

    /** Until nothing is on its way: no event, no letter, no record that somebody has not taken. */
    static void await(Databases databases, Records records) {
        awaitCalm(databases, records, lag -> lag.isEmpty() ? CALM : LIMIT);
    }

    /**
     * As {@link #await}, after trials that kill. A commit that was lost with the broker is made good by the next record only: until
     * then a group that has taken everything seems to lag, by always the same.
     */
    private static void awaitStandstill(Databases databases, Records records) {
        awaitCalm(databases, records, lag -> lag.isEmpty() ? CALM : STANDSTILL);
    }

    /** @param still for how long the same must be seen */
    private static void awaitCalm(Databases databases, Records records, Function<Map<String, Long>, Duration> still) {
        var since = new AtomicLong(System.nanoTime());
        var before = new AtomicReference<>(Map.<String, Long>of());
        var seen = new AtomicReference<>("");
        until(() -> "nothing is on its way any more; there is" + seen, LIMIT, () -> {
            var underWay = databases.underWay();
            var lag = records.lag();
            seen.set(" %s of services, %s of consumers".formatted(underWay, lag));
            if (!underWay.isEmpty() || !lag.equals(before.getAndSet(lag))) {
                since.set(System.nanoTime());
            }
            return System.nanoTime() - since.get() >= still.apply(lag).toNanos();
        });
    }

    /**
     * Sees that something changes no row.
     *
     * @param what as in "… changed these tables"
     * @param does says what it has done
     * @return the same with the number of rows
     */
    static String unchanged(Databases databases, Records records, String what, Supplier<String> does) {
        awaitStandstill(databases, records);
        var before = databases.digest();
        var done = does.get();
        await(databases, records);
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
