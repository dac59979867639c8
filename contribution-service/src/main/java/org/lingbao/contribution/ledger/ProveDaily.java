package org.lingbao.contribution.ledger;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Proves the ledger when its last proof has become old, in one process of all. What it finds is told by a figure. */
@ApplicationScoped
class ProveDaily {
    private static final Logger LOG = Logger.getLogger(ProveDaily.class);

    private final CheckLedger check;
    private final Vertx vertx;
    private final Duration age;
    private final Duration interval;

    ProveDaily(
            CheckLedger check,
            Vertx vertx,
            @ConfigProperty(name = "lingbao.ledger.proof-age", defaultValue = "PT24H") Duration age,
            @ConfigProperty(name = "lingbao.ledger.proof-interval", defaultValue = "PT10M") Duration interval) {
        this.check = check;
        this.vertx = vertx;
        this.age = age;
        this.interval = interval;
    }

    void start(@Observes StartupEvent event) {
        var _ = vertx.setPeriodic(interval.toMillis(), tick -> prove());
    }

    private void prove() {
        check.runIfOlderThan(age)
                .subscribe()
                .with(
                        proof -> proof.filter(made -> !made.ok())
                                .ifPresent(made -> LOG.errorf(
                                        "the ledger is not proven: %d findings; GET /ledger/check names them",
                                        made.findings().size())),
                        failure -> LOG.warnf(
                                "the ledger was not proved: %s",
                                failure.getClass().getSimpleName()));
    }
}
