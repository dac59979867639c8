package org.lingbao.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Whether the relay still works. When it stands still every answer says 2xx and nobody hears of it; only a new process
 * helps. Waiting for a broker or a database that is away is work: a new process could do no more.
 */
@Liveness
@ApplicationScoped
class RelayHealth implements HealthCheck {
    private final Relay relay;
    private final Duration longestSilence;

    RelayHealth(
            Relay relay,
            @ConfigProperty(name = "lingbao.relay.longest-silence", defaultValue = "PT2M") Duration longestSilence) {
        this.relay = relay;
        this.longestSilence = longestSilence;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("outbox relay")
                .status(relay.silentFor().compareTo(longestSilence) <= 0)
                .build();
    }
}
