package org.lingbao.matching.employer;

import io.vertx.mutiny.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.identity.Role;

/**
 * As which employer a caller acts, as part of a query's WHERE: a company by the credit code of its token, a household by its
 * person. Who is a citizen, too, acts as a household.
 *
 * @param kind of the employer
 * @param first the credit code, or the issuer
 * @param second the subject
 */
public record Owner(
        String kind, @Nullable String first, @Nullable String second) {
    /** A company (单位). */
    public static final String COMPANY = "COMPANY";
    /** A household (家庭). */
    public static final String HOUSEHOLD = "HOUSEHOLD";

    private static final String NOBODY = "NOBODY";

    public static Owner of(Caller caller) {
        if (caller.is(Role.CITIZEN)) {
            return new Owner(HOUSEHOLD, caller.issuer(), caller.subject());
        }
        return caller.is(Role.EMPLOYER) && caller.employer() != null
                ? new Owner(COMPANY, caller.employer(), null)
                : new Owner(NOBODY, null, null);
    }

    /**
     * The condition, true for the caller's own row.
     *
     * @param employer alias of the table {@code employer}
     * @param from number of the first of three parameters, added by {@link #addTo}
     */
    public static String condition(String employer, int from) {
        return employer + ".employer_id = " + id(from);
    }

    /**
     * SQL expression of which employer the caller is, found once and by an index; null: none.
     *
     * @param from number of the first of three parameters, added by {@link #addTo}
     */
    public static String id(int from) {
        return """
                (select case cast($%1$d as text)
                    when 'COMPANY' then (select o.employer_id from employer o where o.credit_code = $%2$d)
                    when 'HOUSEHOLD' then (select o.employer_id from employer o where o.person_id = (
                        select l.person_id from login l where l.issuer = $%2$d and l.subject = $%3$d)) end)""".formatted(from, from + 1, from + 2);
    }

    /** The three parameters, after those that are there. */
    public Tuple addTo(Tuple parameters) {
        return parameters.addString(kind).addString(first).addString(second);
    }
}
