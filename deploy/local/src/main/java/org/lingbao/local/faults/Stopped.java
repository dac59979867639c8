package org.lingbao.local.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Pause;
import org.lingbao.local.stack.Service;

/** Parts that hang: they stand still (SIGSTOP) with all their connections open, and go on later. */
record Stopped() implements Trial {
    private static final Duration HANGS = Duration.ofSeconds(30);
    private static final Duration BRIEFLY = Duration.ofSeconds(6);
    private static final Duration RECOVERY = Duration.ofSeconds(180);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** How long the answer to any request may take beyond the time for which a part hangs. */
    private static final Duration LATEST = Duration.ofSeconds(15);

    private static final List<String> PARTS = List.of(Parts.of(Service.CONTRIBUTION), Parts.POSTGRES, Parts.KAFKA);

    @Override
    public String name() {
        return "stop";
    }

    @Override
    public String sentence() {
        return "a service, PostgreSQL and Kafka stand still for half a minute (SIGSTOP) under load: every request ends in"
                + " bounded time, nothing is lost, and all go on without a restart";
    }

    @Override
    public String run(Ground ground) {
        var hangs = ground.brief() ? BRIEFLY : HANGS;
        return new UnderLoad(ground, name(), PATIENCE).run(load -> {
            var before = ground.processes();
            var said = new ArrayList<String>();
            for (var part : ground.brief() ? PARTS.subList(1, 2) : PARTS) {
                said.add(part + " goes on after " + UnderLoad.seconds(hang(ground, load, part, hangs)));
            }
            if (!ground.processes().equals(before)) {
                throw new PartFailed("a part was started anew: " + before + " and then " + ground.processes());
            }
            var longest = load.tally().longestWait();
            if (load.tally().silent() > 0 || longest.compareTo(hangs.plus(LATEST)) > 0) {
                throw new PartFailed("%d requests had no answer, the longest took %s"
                        .formatted(load.tally().silent(), UnderLoad.seconds(longest)));
            }
            return String.join(", ", said) + ", longest request " + UnderLoad.seconds(longest);
        });
    }

    /** @return how long it takes from its going on until all kinds of writes are acknowledged */
    private static Duration hang(Ground ground, Load load, String part, Duration time) {
        var parts = new Parts(ground);
        parts.stop(part);
        try {
            Pause.millis(time.toMillis());
        } finally {
            parts.resume(part);
        }
        return load.awaitWrites(Load.ALL, RECOVERY);
    }
}
