package org.lingbao.local.part;

import java.util.List;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;

/** What stands in an access token: Keycloak's claims, so that services need not know who issued it. */
public final class Tokens {
    /** How long a token is valid. */
    public static final int LIFETIME_MINUTES = 30;

    private Tokens() {}

    /** The claims of a fresh token for a subject that signed in through the client {@code azp}. */
    public static JwtClaims claims(String issuer, String audience, Realm.Subject subject, String azp) {
        var claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setSubject(subject.subject());
        claims.setAudience(audience);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(LIFETIME_MINUTES);
        claims.setGeneratedJwtId();
        claims.setClaim("typ", "Bearer");
        claims.setClaim("azp", azp);
        claims.setClaim("preferred_username", subject.name());
        claims.setClaim("realm_access", Map.of("roles", List.copyOf(subject.roles())));
        subject.claims().forEach(claims::setClaim);
        return claims;
    }
}
