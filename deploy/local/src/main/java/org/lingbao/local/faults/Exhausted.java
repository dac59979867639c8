package org.lingbao.local.faults;

import java.time.Duration;
import org.lingbao.local.faults.Wire.Outcome;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Pause;
import org.lingbao.local.stack.Service;

/** Connections run out: those to a service, by clients that say nothing or too little, and those of PostgreSQL. */
record Exhausted() implements Trial {
    private static final int IDLE = 300;
    private static final int SLOW = 150;

    /** More than a service has under way at once. */
    private static final int FLOOD = 400;

    private static final Duration LASTS = Duration.ofSeconds(8);
    private static final Duration BRIEFLY = Duration.ofSeconds(3);
    private static final Duration RECOVERY = Duration.ofSeconds(120);
    private static final Duration SHORT = Duration.ofSeconds(60);
    private static final Duration HEALTH = Duration.ofSeconds(20);

    @Override
    public String name() {
        return "connections";
    }

    @Override
    public String sentence() {
        return "hundreds of idle and slow connections to a service, and all of PostgreSQL's taken by somebody else: it says"
                + " 503 and when to try again, health answers, and it recovers when they go";
    }

    @Override
    public String run(Ground ground) {
        return new UnderLoad(ground, name()).run(load -> {
            var before = ground.processes();
            var crowded = crowded(ground, load);
            var flooded = flooded(ground, load);
            var starved = starved(ground, load);
            var tally = load.tally();
            if (tally.unclear() > 0) {
                throw new PartFailed(
                        "%d of %d answers were not a clear 503".formatted(tally.unclear(), tally.unavailable()));
            }
            if (!ground.processes().equals(before)) {
                throw new PartFailed("a part was started anew");
            }
            return "%s, %s, %s, %d answers 503 in all".formatted(crowded, flooded, starved, tally.unavailable());
        });
    }

    /** Those who wait for their turn to say something take nothing from others. */
    private static String crowded(Ground ground, Load load) {
        var port = port(ground);
        try (var crowd = crowd(ground)) {
            crowd.come(port, Crowd.Manner.IDLE, IDLE);
            crowd.come(port, Crowd.Manner.SLOW_TO_ASK, SLOW);
            crowd.come(port, Crowd.Manner.SLOW_TO_TELL, SLOW);
            Pause.millis(lasts(ground).toMillis());
            healthy(ground);
            var waited = load.awaitWrites(Load.ALL, SHORT);
            return "%d connections that say nothing: writes within %s"
                    .formatted(IDLE + SLOW + SLOW, UnderLoad.seconds(waited));
        }
    }

    /** More requests under way than a service takes: it ends those that do not go on, while they are still there. */
    private static String flooded(Ground ground, Load load) {
        try (var crowd = crowd(ground)) {
            crowd.come(port(ground), Crowd.Manner.SLOW_TO_TELL, FLOOD);
            Pause.millis(lasts(ground).toMillis());
            healthy(ground);
            return FLOOD + " slow requests: writes after " + UnderLoad.seconds(load.awaitWrites(Load.ALL, RECOVERY));
        }
    }

    private static String starved(Ground ground, Load load) {
        int taken;
        try (var hog = new Hog(ground)) {
            taken = hog.takeAll();
            Pause.millis(lasts(ground).toMillis());
            healthy(ground);
        }
        return "%d connections of PostgreSQL taken: writes again after %s"
                .formatted(taken, UnderLoad.seconds(load.awaitWrites(Load.ALL, RECOVERY)));
    }

    private static Crowd crowd(Ground ground) {
        return new Crowd(new FreshTokens(ground.ports(), Load.CELL).client("terminal-" + Load.TERMINALS.getFirst()));
    }

    private static void healthy(Ground ground) {
        var answer = Wire.patient(HEALTH).get(port(ground), "/q/health/live", "");
        if (!(answer instanceof Outcome.Answered answered && answered.done())) {
            throw new PartFailed("health does not answer as it should: " + answer);
        }
    }

    private static int port(Ground ground) {
        return ground.ports().service(Load.CELL, Service.CONTRIBUTION);
    }

    private static Duration lasts(Ground ground) {
        return ground.brief() ? BRIEFLY : LASTS;
    }
}
