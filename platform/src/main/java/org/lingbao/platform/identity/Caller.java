package org.lingbao.platform.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as the token says; nothing of it is ever taken from a body.
 *
 * @param issuer of the token
 * @param subject opaque, unique within the issuer
 * @param client the application through which the call comes
 * @param roles see {@link Role}
 * @param organization of a clerk: GB/T 2260 code of the area served
 * @param bank of a bank's client: its code
 * @param terminal of a bank's terminal: its number
 */
public record Caller(
        String issuer,
        String subject,
        String client,
        Set<String> roles,
        @Nullable String organization,
        @Nullable String bank,
        @Nullable String terminal) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean is(String role) {
        return roles.contains(role);
    }

    /** Whose data this caller may see. The widest of the caller's roles decides; without a role it is their own. */
    public AccessScope scope() {
        if (is(Role.OPERATOR) || is(Role.AUDITOR)) {
            return new AccessScope.Everything();
        }
        if (is(Role.CLERK) && organization != null) {
            return new AccessScope.Subtree(organization);
        }
        if (is(Role.BANK) && bank != null) {
            return new AccessScope.Partner(bank, terminal);
        }
        return new AccessScope.Own(issuer, subject);
    }
}
