package org.lingbao.local.faults.events;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.lingbao.local.faults.Ground;
import org.lingbao.local.faults.Telling;
import org.lingbao.local.faults.Trial;
import org.lingbao.local.part.PartFailed;

/** Lets all consumers read their topics again from the beginning: nothing happens a second time. */
record Replay() implements Trial {
    private static final long STOP_SECONDS = 30;

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public String sentence() {
        return "every consumer group begins at the beginning again: each row of each table stays as it is";
    }

    @Override
    public String run(Ground ground) {
        var databases = new Databases(ground);
        Telling.whole(ground);
        try (var records = new Records(ground)) {
            return Calm.unchanged(
                    databases, records, "what was read again", () -> readAgain(ground, databases, records));
        }
    }

    private static String readAgain(Ground ground, Databases databases, Records records) {
        var groups = records.groups();
        try {
            databases.owners().forEach(owner -> stop(ground, owner.toString()));
            groups.forEach(records::rewind);
        } finally {
            ground.startMissing().run();
        }
        return "%d groups from the beginning, %d records still to read when the services were ready"
                .formatted(
                        groups.size(),
                        records.lag().values().stream()
                                .mapToLong(Long::longValue)
                                .sum());
    }

    /** In order: a member that leaves its group makes room at once. */
    private static void stop(Ground ground, String part) {
        var process = ground.process(part);
        if (!process.destroy()) {
            throw new PartFailed(part + " cannot be stopped");
        }
        try {
            var _ = process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new PartFailed(part + " did not stop within " + STOP_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted", e);
        }
    }
}
