package org.lingbao.platform.identity;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that have been verified and for whom. A terminal sends the same one with each payment; to verify it each time would be
 * a third of what a payment costs the service. None is known beyond its end, and all are forgotten whenever the issuer's keys
 * are read again, so a withdrawn key opens nothing that it would not open without this.
 */
@ApplicationScoped
class KnownTokens implements IdentityProvider<TokenAuthenticationRequest>, SecurityIdentityAugmentor {
    /** More at a time than there are terminals in a province. */
    private static final int MOST = 10_000;

    /** An attribute of identities that come from here: they are not verified now. */
    private static final String KNOWN = KnownTokens.class.getName();

    private record Known(SecurityIdentity identity, Instant end) {}

    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Clock clock = Clock.systemUTC();

    void forget() {
        known.clear();
    }

    /** Asked before Quarkus's own, which verifies what is not known. */
    @Override
    public int priority() {
        return SYSTEM_FIRST + 1;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        return Uni.createFrom().item(find(request.getToken().getToken()));
    }

    @Nullable
    SecurityIdentity find(String token) {
        var found = known.get(token);
        return found != null && clock.instant().isBefore(found.end()) ? found.identity() : null;
    }

    /** Hears of each identity; one that was known already is not kept anew. */
    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        var token = identity.getCredential(AccessTokenCredential.class);
        if (token != null
                && identity.getAttribute(KNOWN) == null
                && identity.getPrincipal() instanceof JsonWebToken claims) {
            if (known.size() >= MOST) {
                known.clear();
            }
            var end = Instant.ofEpochSecond(claims.getExpirationTime());
            var unused = known.put(token.getToken(), new Known(apart(identity), end));
        }
        return Uni.createFrom().item(identity);
    }

    /** The identity without its attributes, among which is the request by which it came. */
    private static SecurityIdentity apart(SecurityIdentity identity) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(identity.getRoles())
                .addCredentials(identity.getCredentials())
                .addAttribute(KNOWN, true)
                .build();
    }
}
