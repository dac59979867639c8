package org.lingbao.watching;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.jboss.logging.Logger;

/**
 * Whether this process's wall clock was set back. Kafka's clients reckon their waits by it: until it is where it has been
 * they send no heartbeat and lose their partitions every ten seconds. Only a new process helps, whatever its clock says.
 */
@Liveness
@ApplicationScoped
class ClockHealth implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(ClockHealth.class);

    /** A consumer's heartbeat may be late by as much: one is due every three seconds, and it is gone after ten. */
    private static final Duration TOLERATED = Duration.ofSeconds(5);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Rounds rounds;
    private final Clock clock;
    private final WallClock wallClock = new WallClock();

    ClockHealth(Rounds rounds, Clock clock) {
        this.rounds = rounds;
        this.clock = clock;
    }

    /** Also between two questions it can be set ahead and back. */
    void begin(@Observes StartupEvent started) {
        rounds.every(
                BETWEEN_LOOKS,
                LOG,
                "the clock was not looked at",
                () -> Uni.createFrom().item(this::behind));
    }

    @Override
    public HealthCheckResponse call() {
        var behind = behind();
        return HealthCheckResponse.named("wall clock")
                .status(behind.compareTo(TOLERATED) <= 0)
                .withData("secondsSetBack", behind.toSeconds())
                .build();
    }

    private Duration behind() {
        return wallClock.behind(clock.millis(), System.nanoTime());
    }

    /** As two clocks tell it: the wall clock, and the one that nobody sets. */
    static final class WallClock {
        private Duration furthest = Duration.ofSeconds(Long.MIN_VALUE);

        /** By how much it is behind where it would be, had nobody set it back. */
        synchronized Duration behind(long wallMillis, long monotonicNanos) {
            var ahead = Duration.ofMillis(wallMillis).minusNanos(monotonicNanos);
            if (ahead.compareTo(furthest) > 0) {
                furthest = ahead;
            }
            return furthest.minus(ahead);
        }
    }
}
