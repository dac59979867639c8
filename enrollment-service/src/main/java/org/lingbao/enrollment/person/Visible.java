package org.lingbao.enrollment.person;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.lingbao.asking.scope.Reach;
import org.lingbao.platform.identity.AccessScope;

/**
 * The part of a query's condition that keeps it within what the caller may see. Persons outside of it are not there.
 *
 * @param hql the condition
 * @param parameters its named parameters, all of which begin with {@code scope}
 */
public record Visible(String hql, Map<String, Object> parameters) {
    public Visible {
        parameters = Map.copyOf(parameters);
    }

    /**
     * The condition on a query's person.
     *
     * @param person the HQL path of the person's id, such as {@code r.personId}
     * @param today the day of the tree, by which towns and communities lie where they lie; and the one on which a bank's terminal
     *     reaches whom it serves
     */
    public static Visible to(AccessScope scope, String person, LocalDate today) {
        return switch (scope) {
            case AccessScope.Own(var issuer, var subject) -> // what was recorded under a merged number is theirs, too
                new Visible(
                        "exists (select 1 from LoginRow l, PersonRow own where own.id = " + person
                                + " and l.issuer = :scopeIssuer and l.subject = :scopeSubject"
                                + " and l.personId = coalesce(own.survivorId, own.id))",
                        Map.of("scopeIssuer", issuer, "scopeSubject", subject));
            case AccessScope.Subtree subtree ->
                new Visible(
                        "exists (select 1 from PersonAreaRow area where area.personId = " + person
                                + " and case when length(area.place) = 6 then area.place like :scopePlaces"
                                + " else cast(function('lies_in', area.place, :scopeArea, :scopeDay) as Boolean) = true end)",
                        Map.of(
                                "scopePlaces",
                                subtree.prefix() + "%",
                                "scopeArea",
                                subtree.prefix(),
                                "scopeDay",
                                today));
            case AccessScope.Partner(var bank, var terminal) ->
                terminal == null
                        ? new Visible("1 = 0", Map.of())
                        : new Visible(
                                "exists (select 1 from ServedRow served, PersonRow was where served.bank = :scopeBank"
                                        + " and served.terminal = :scopeTerminal and served.servedOn = :scopeDay"
                                        + " and was.id = served.personId and (was.id = " + person
                                        + " or was.survivorId = " + person + "))",
                                Map.of("scopeBank", bank, "scopeTerminal", terminal, "scopeDay", today));
            case AccessScope.Everything _ -> new Visible("1 = 1", Map.of());
        };
    }

    /**
     * The same condition for SQL. Its parameters are {@code $2} to {@code $5} of {@link #asked}.
     *
     * @param person SQL expression of the person's id
     * @param owner SQL expression of the person whose login sees it as their own
     */
    public static String condition(String person, String owner) {
        return """
                case $2
                    when 'OWN' then exists (select from login l
                        where l.issuer = $3 and l.subject = $4 and l.person_id = %2$s)
                    when 'SUBTREE' then exists (select from person_area a where a.person_id = %1$s
                        and case when length(a.place) = 6 then starts_with(a.place, $3) else lies_in(a.place, $3, $5) end)
                    when 'PARTNER' then exists (select from served_at_terminal t where t.bank = $3 and t.terminal = $4
                        and t.served_on = $5 and t.person_id in (select same_person(%1$s)))
                    when 'EVERYTHING' then true
                    else false end""".formatted(person, owner);
    }

    /**
     * The parameters of a statement with that condition.
     *
     * @param about what is asked for, {@code $1}
     */
    public static Tuple asked(UUID about, AccessScope scope, LocalDate today) {
        return Reach.of(scope).addTo(Tuple.of(about)).addLocalDate(today);
    }

    /** These parameters and one more. */
    public Map<String, Object> with(String name, Object value) {
        var all = new HashMap<>(parameters);
        all.put(name, value);
        return all;
    }
}
