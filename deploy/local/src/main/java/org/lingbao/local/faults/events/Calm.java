package org.lingbao.local.faults.events;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Pause;

/** Waiting for what comes by itself. */
final class Calm {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final long BETWEEN_MILLIS = 200;
    private static final int LOOKS = 3;

    private Calm() {}

    /** Until nothing is on its way: no event, no letter, no record that somebody has not taken. */
    static void await(Databases databases, Records records) {
        var calm = new int[1];
        until("nothing is on its way any more", LIMIT, () -> {
            calm[0] = databases.underWay() == 0 && records.lag() == 0 ? calm[0] + 1 : 0;
            return calm[0] == LOOKS;
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
        await(databases, records);
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
        var deadline = System.nanoTime() + limit.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new PartFailed("it took more than " + limit.toSeconds() + " s until " + what);
            }
            Pause.millis(BETWEEN_MILLIS);
        }
    }
}
