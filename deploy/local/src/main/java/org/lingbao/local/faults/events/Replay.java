package org.lingbao.local.faults.events;

import org.lingbao.local.faults.Ground;
import org.lingbao.local.faults.Telling;
import org.lingbao.local.faults.Trial;

/** Lets all consumers read their topics again from the beginning: nothing happens a second time. */
record Replay() implements Trial {

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
            // in order: a member that leaves its group makes room at once
            databases.owners().forEach(owner -> ground.end(owner.toString()));
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
}
