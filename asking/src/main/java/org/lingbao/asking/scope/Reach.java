package org.lingbao.asking.scope;

import io.vertx.mutiny.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.identity.AccessScope;

/**
 * An {@link AccessScope} as part of a query's WHERE: what is outside of it is not there. One text serves all scopes, so
 * that a query stays one prepared statement.
 *
 * <p>It is for services that know persons by enrollment's events: the tables {@code login} (issuer, subject, person_id) and
 * {@code person_area} (person_id, place) are theirs and hold what those events tell.
 *
 * @param kind of the scope
 * @param first issuer, prefix of the area's codes, or bank
 * @param second subject or terminal
 */
public record Reach(
        String kind, @Nullable String first, @Nullable String second) {

    /** The reach of a scope. */
    public static Reach of(AccessScope scope) {
        return switch (scope) {
            case AccessScope.Own(var issuer, var subject) -> new Reach("OWN", issuer, subject);
            case AccessScope.Subtree area -> new Reach("SUBTREE", area.prefix(), null);
            case AccessScope.Partner(var bank, var terminal) -> new Reach("PARTNER", bank, terminal);
            case AccessScope.Everything() -> new Reach("EVERYTHING", null, null);
        };
    }

    /**
     * The condition, true for the rows that may be seen. An agency sees all of a person who belongs to its area, by the
     * areas that enrollment tells of, so that both services answer alike.
     *
     * @param person SQL expression of the person whose row it is
     * @param partner SQL condition for a partner bank, which stands in the parameter after {@code from}
     * @param from number of the first of three parameters, added by {@link #addTo}
     */
    public static String condition(String person, String partner, int from) {
        return """
                case cast($%1$d as text)
                    when 'OWN' then %6$s
                    when 'SUBTREE' then exists (select from person_area a
                        where a.person_id = %4$s and starts_with(a.place, $%2$d))
                    when 'PARTNER' then %5$s
                    when 'EVERYTHING' then true
                    else false end""".formatted(from, from + 1, from + 2, person, partner, login(person, from));
    }

    /**
     * The same for persons alone, with the same parameters: others see nothing. PostgreSQL opens each table that a query names, needed or
     * not; so it is for a query that persons ask far more often than anybody else.
     */
    public static String ownCondition(String person, int from) {
        return "(cast($%d as text) = 'OWN' and %s)".formatted(from, login(person, from));
    }

    private static String login(String person, int from) {
        return "exists (select from login l where l.issuer = $%d and l.subject = $%d and l.person_id = %s)"
                .formatted(from + 1, from + 2, person);
    }

    /** The three parameters, after those that are there. */
    public Tuple addTo(Tuple parameters) {
        return parameters.addString(kind).addString(first).addString(second);
    }
}
