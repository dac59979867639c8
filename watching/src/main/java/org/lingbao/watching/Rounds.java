package org.lingbao.watching;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * What a service does of its own accord, round after round. A round that fails is told in one line, and the next one comes; while one
 * takes longer than the interval no other begins.
 */
@ApplicationScoped
public class Rounds {
    private final Vertx vertx;

    Rounds(Vertx vertx) {
        this.vertx = vertx;
    }

    /** @param failed what is told of a round that failed, as in "late tasks did not come up" */
    public void every(Duration interval, Logger log, String failed, Supplier<? extends Uni<?>> round) {
        var busy = new AtomicBoolean();
        var _ = vertx.setPeriodic(interval.toMillis(), tick -> {
            if (busy.compareAndSet(false, true)) {
                run(one(round).onTermination().invoke(() -> busy.set(false)), log, failed);
            }
        });
    }

    /** One round, beside those that come anyway. */
    public void now(Logger log, String failed, Supplier<? extends Uni<?>> round) {
        run(one(round), log, failed);
    }

    private static Uni<Void> one(Supplier<? extends Uni<?>> round) {
        return Uni.createFrom().deferred(() -> round.get().replaceWithVoid());
    }

    private static void run(Uni<Void> round, Logger log, String failed) {
        var _ = round.subscribe()
                .with(
                        done -> {},
                        failure ->
                                log.warnf("%s: %s", failed, failure.getClass().getSimpleName()));
    }
}
