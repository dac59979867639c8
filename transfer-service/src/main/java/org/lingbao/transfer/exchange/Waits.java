package org.lingbao.transfer.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long letters and couriers wait after a failure, as it is configured. */
@ApplicationScoped
class Waits {
    private final Backoff backoff;

    Waits(
            @ConfigProperty(name = "lingbao.exchange.retry-first", defaultValue = "PT1S") Duration first,
            @ConfigProperty(name = "lingbao.exchange.retry-cap", defaultValue = "PT5M") Duration cap) {
        this.backoff = new Backoff(first, cap);
    }

    Backoff backoff() {
        return backoff;
    }
}
