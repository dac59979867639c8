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
 * @param organization of a clerk: GB/T 2260 code of the area served, or the code of a town or community
 * @param bank of a bank's client: its code
 * @param terminal of a bank's terminal: its number
 * @param bureau of a tax bureau's client: its code
 * @param employer of who acts for a company: its unified social credit code (统一社会信用代码)
 */
public record Caller(
        String issuer,
        String subject,
        String client,
        Set<String> roles,
        @Nullable String organization,
        @Nullable String bank,
        @Nullable String terminal,
        @Nullable String bureau,
        @Nullable String employer) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean is(String role) {
        return roles.contains(role);
    }

    /**
     * Whose data this caller may see. The narrowest of the caller's roles decides: who is a clerk and an auditor, too,
     * acts as a clerk. A clerk without an organisation and a bank without a code have only what is their own: nothing; so
     * do a tax bureau, which is shown what it collects, and an employer, who is shown what the company made: nobody's data.
     */
    public AccessScope scope() {
        if (is(Role.CITIZEN)) {
            return new AccessScope.Own(issuer, subject);
        }
        if (is(Role.BANK)) {
            return bank == null ? new AccessScope.Own(issuer, subject) : new AccessScope.Partner(bank, terminal);
        }
        if (is(Role.CLERK)) {
            return organization == null
                            || !AccessScope.Subtree.FORM.matcher(organization).matches()
                    ? new AccessScope.Own(issuer, subject)
                    : new AccessScope.Subtree(organization);
        }
        return is(Role.OPERATOR) || is(Role.AUDITOR) || is(Role.SERVICE)
                ? new AccessScope.Everything()
                : new AccessScope.Own(issuer, subject);
    }
}
