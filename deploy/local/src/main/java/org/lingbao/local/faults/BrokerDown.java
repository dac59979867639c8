package org.lingbao.local.faults;

import java.time.Duration;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Pause;

/** Kafka is away for a minute: nobody who asks for something notices, and the events follow. */
record BrokerDown() implements Trial {
    private static final Duration AWAY = Duration.ofSeconds(60);
    private static final Duration BRIEFLY_AWAY = Duration.ofSeconds(10);
    private static final Duration RECOVERY = Duration.ofSeconds(180);
    private static final Duration SHORT = Duration.ofSeconds(60);

    @Override
    public String name() {
        return "broker-down";
    }

    @Override
    public String sentence() {
        return "Kafka away for a minute under load: no request is refused for it, and all events follow in order";
    }

    @Override
    public String run(Ground ground) {
        var away = ground.brief() ? BRIEFLY_AWAY : AWAY;
        return new UnderLoad(ground, name()).run(load -> {
            ground.kill(Parts.KAFKA);
            Pause.millis(away.toMillis());
            var still = load.awaitWrites(Load.WITHOUT_EVENTS, SHORT);
            var tally = load.tally();
            if (tally.unavailable() + tally.silent() > 0) {
                throw new PartFailed("without Kafka %d requests were answered 5xx and %d not at all"
                        .formatted(tally.unavailable(), tally.silent()));
            }
            var begun = System.nanoTime();
            new Parts(ground).start(Parts.KAFKA);
            var unused = load.awaitWrites(Load.ALL, RECOVERY);
            return "away for %d s, writes meanwhile within %s, with events again after %s"
                    .formatted(
                            away.toSeconds(),
                            UnderLoad.seconds(still),
                            UnderLoad.seconds(Duration.ofNanos(System.nanoTime() - begun)));
        });
    }
}
