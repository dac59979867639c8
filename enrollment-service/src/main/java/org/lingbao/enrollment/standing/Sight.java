package org.lingbao.enrollment.standing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.lingbao.asking.scope.Reach;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.rules.value.Scheme;

/** Whom a caller may see, as {@link org.lingbao.enrollment.person.Visible} has it, for commands that write with SQL. */
@ApplicationScoped
class Sight {
    private static final String MAY_SEE = """
            case $2
                when 'OWN' then exists (select from login l
                    where l.issuer = $3 and l.subject = $4 and l.person_id = seen.person_id)
                when 'SUBTREE' then exists (select from person_area a where a.person_id = seen.person_id
                    and case when length(a.place) = 6 then starts_with(a.place, $3) else lies_in(a.place, $3, $5) end)
                when 'EVERYTHING' then true
                else false end""";

    /** One of which no month is left is not there. */
    private static final String RELATION = "select seen.person_id, seen.scheme from relation seen where seen.id = $1"
            + " and (seen.to_month is null or seen.to_month >= seen.from_month) and " + MAY_SEE;

    private static final String PERSON =
            "select seen.person_id from (select id as person_id from person where id = $1) seen where " + MAY_SEE;

    private final BusinessDay day;

    Sight(BusinessDay day) {
        this.day = day;
    }

    /** Whose relation it is, and in which scheme. */
    record Seen(UUID person, Scheme scheme) {}

    /** 404 where there is none, or not for the caller. */
    Uni<Seen> relation(SqlConnection transaction, AccessScope scope, UUID relation) {
        return transaction
                .preparedQuery(RELATION)
                .execute(parameters(scope, relation))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw new ProblemException(Problem.notFound());
                    }
                    var row = rows.iterator().next();
                    return new Seen(row.getUUID("person_id"), Scheme.valueOf(row.getString("scheme")));
                });
    }

    /** 404 where there is nobody, or not for the caller. */
    Uni<Void> person(SqlConnection transaction, AccessScope scope, UUID person) {
        return transaction
                .preparedQuery(PERSON)
                .execute(parameters(scope, person))
                .invoke(rows -> {
                    if (rows.size() == 0) {
                        throw new ProblemException(Problem.notFound());
                    }
                })
                .replaceWithVoid();
    }

    private Tuple parameters(AccessScope scope, UUID about) {
        LocalDate today = day.today();
        return Reach.of(scope).addTo(Tuple.of(about)).addLocalDate(today);
    }
}
