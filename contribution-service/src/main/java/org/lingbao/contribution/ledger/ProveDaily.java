package org.lingbao.contribution.ledger;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.lingbao.watching.Rounds;

/** Proves the ledger when its last proof has become old, in one process of all. What it finds is told by a figure. */
@ApplicationScoped
class ProveDaily {
    private static final Logger LOG = Logger.getLogger(ProveDaily.class);

    private final CheckLedger check;
    private final Rounds rounds;
    private final Duration age;
    private final Duration interval;

    ProveDaily(
            CheckLedger check,
            Rounds rounds,
            @ConfigProperty(name = "lingbao.ledger.proof-age", defaultValue = "PT24H") Duration age,
            @ConfigProperty(name = "lingbao.ledger.proof-interval", defaultValue = "PT10M") Duration interval) {
        this.check = check;
        this.rounds = rounds;
        this.age = age;
        this.interval = interval;
    }

    void start(@Observes StartupEvent event) {
        rounds.every(interval, LOG, "the ledger was not proved", this::prove);
    }

    private Uni<?> prove() {
        return check.runIfOlderThan(age)
                .invoke(proof -> proof.filter(made -> !made.ok())
                        .ifPresent(made -> LOG.errorf(
                                "the ledger is not proven: %d findings; GET /ledger/check names them",
                                made.findings().size())));
    }
}
