package org.lingbao.contribution.chain;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.lingbao.watching.Rounds;

/** Looks at intervals for sets that are not sealed yet, in each process; one of them at a time seals. */
@ApplicationScoped
class Sealer {
    private static final Logger LOG = Logger.getLogger(Sealer.class);

    private final SealSets seal;
    private final Rounds rounds;
    private final Duration interval;

    Sealer(
            SealSets seal,
            Rounds rounds,
            @ConfigProperty(name = "lingbao.chain.interval", defaultValue = "PT10S") Duration interval) {
        this.seal = seal;
        this.rounds = rounds;
        this.interval = interval;
    }

    void start(@Observes StartupEvent event) {
        rounds.every(interval, LOG, "the ledger was not sealed", this::sealAll);
    }

    private Uni<?> sealAll() {
        return Multi.createBy()
                .repeating()
                .uni(seal::next)
                .whilst(SealSets.Turn::more)
                .collect()
                .last();
    }
}
