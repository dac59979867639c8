package org.lingbao.contribution.chain;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Looks at intervals for sets that are not sealed yet, in each process; one of them at a time seals. */
@ApplicationScoped
class Sealer {
    private static final Logger LOG = Logger.getLogger(Sealer.class);

    private final SealSets seal;
    private final Vertx vertx;
    private final Duration interval;
    private final AtomicBoolean busy = new AtomicBoolean();

    Sealer(
            SealSets seal,
            Vertx vertx,
            @ConfigProperty(name = "lingbao.chain.interval", defaultValue = "PT10S") Duration interval) {
        this.seal = seal;
        this.vertx = vertx;
        this.interval = interval;
    }

    void start(@Observes StartupEvent event) {
        var _ = vertx.setPeriodic(interval.toMillis(), tick -> sealAll());
    }

    private void sealAll() {
        if (busy.compareAndSet(false, true)) {
            Multi.createBy()
                    .repeating()
                    .uni(seal::next)
                    .whilst(SealSets.Turn::more)
                    .onTermination()
                    .invoke(() -> busy.set(false))
                    .subscribe()
                    .with(
                            turn -> {},
                            failure -> LOG.warnf(
                                    "the ledger was not sealed: %s; tries again in %s",
                                    failure.getClass().getSimpleName(), interval));
        }
    }
}
