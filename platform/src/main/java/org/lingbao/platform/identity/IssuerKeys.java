package org.lingbao.platform.identity;

import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Reads the issuer's keys again and again. Quarkus reads them only for a token whose key it does not know: a key that the
 * issuer has withdrawn, since somebody stole it, would open this service for ever. While the issuer is away those that are
 * known stay. What they have verified is forgotten each time.
 */
@ApplicationScoped
class IssuerKeys {
    private static final Logger LOG = Logger.getLogger(IssuerKeys.class);

    /** What was being verified by the keys of before, when they were read, is known by then, and forgotten. */
    private static final long UNDER_WAY_MILLIS = 2_000;

    private final TenantConfigBean tenants;
    private final KnownTokens tokens;
    private final Vertx vertx;
    private final Duration interval;

    IssuerKeys(
            TenantConfigBean tenants,
            KnownTokens tokens,
            Vertx vertx,
            @ConfigProperty(name = "lingbao.issuer.keys-interval", defaultValue = "PT30S") Duration interval) {
        this.tenants = tenants;
        this.tokens = tokens;
        this.vertx = vertx;
        this.interval = interval;
    }

    void start(@Observes StartupEvent event) {
        var _ = vertx.setPeriodic(
                interval.toMillis(),
                tick -> read().subscribe().with(done -> vertx.setTimer(UNDER_WAY_MILLIS, later -> tokens.forget())));
    }

    /**
     * The provider has no other way to it than on behalf of a token; an empty one is never taken. It asks at most as often
     * as {@code quarkus.oidc.token.forced-jwk-refresh-interval} says.
     */
    Uni<Void> read() {
        return Uni.createFrom()
                .deferred(() ->
                        tenants.getDefaultTenant().provider().refreshJwksAndVerifyJwtToken("", false, false, null))
                .onFailure()
                .invoke(never -> LOG.debugf("keys of the issuer: %s", never.getMessage()))
                .onFailure()
                .recoverWithNull()
                .invoke(tokens::forget)
                .replaceWithVoid();
    }
}
