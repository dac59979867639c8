package org.lingbao.platform.identity;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Reads the caller from the token of the running request. */
@ApplicationScoped
public class Callers {
    private final SecurityIdentity identity;

    Callers(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * The caller of this request.
     *
     * @throws UnauthorizedException when there is no token
     */
    public Caller current() {
        if (!(identity.getPrincipal() instanceof JsonWebToken token) || token.getSubject() == null) {
            throw new UnauthorizedException();
        }
        return new Caller(
                token.getIssuer(),
                token.getSubject(),
                Optional.ofNullable(text(token, "azp")).orElse("unknown"),
                identity.getRoles(),
                text(token, "org"),
                text(token, "bank"),
                text(token, "terminal"),
                text(token, "bureau"),
                text(token, "employer"));
    }

    private static @Nullable String text(JsonWebToken token, String claim) {
        return token.claim(claim).map(Object::toString).orElse(null);
    }
}
