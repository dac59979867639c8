package org.lingbao.transfer.insured;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.lingbao.asking.scope.Reach;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.rules.value.Place;

/** What other features ask of insured persons. */
@ApplicationScoped
public class InsuredPersons {
    private static final String FIND = """
            select exists (select from relation r where r.person_id = asked.person and r.scheme = 'EMPLOYEE'
                               and r.place = asked.place and not r.closed) as relation,
                   (select min(f.paid_on) from first_payment f where f.person_id in (select id from same_person(asked.person))
                               and f.scheme = 'EMPLOYEE' and f.place = asked.place) as first_paid_on
            from (select cast($1 as uuid) as person, cast($2 as text) as place) asked
            where %s""".formatted(Reach.condition("asked.person", "false", 3));

    /** Nobody, where the caller may not see the person or enrollment has not told of one. */
    public Uni<Optional<Insured>> in(SqlClient client, AccessScope scope, UUID person, Place place) {
        return client.preparedQuery(FIND)
                .execute(Reach.of(scope).addTo(Tuple.of(person, place.code())))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(new Insured(
                                rows.iterator().next().getBoolean("relation"),
                                rows.iterator().next().getLocalDate("first_paid_on"))));
    }
}
