package org.lingbao.enrollment.person;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.lingbao.enrollment.organisation.Settling;
import org.lingbao.enrollment.organisation.domain.MoveDecision;
import org.lingbao.platform.outbox.Outbox;
import org.lingbao.platform.trace.Traces;

/**
 * Tells the other services that the persons of a town or community belong to another county from now on. Here the tree itself says
 * where they belong.
 */
@ApplicationScoped
class SettlePersons implements Settling {
    private static final String TELL = Outbox.insertOf(
            PersonAreaAddedV1.TYPE,
            "uuidv7()",
            "moved.person_id",
            "json_build_object('personId', moved.person_id, 'place', moved.county)::text",
            "cast($3 as text)",
            """
            (select distinct a.person_id, c.county
             from (select county_of($1, $2) as county offset 0) c
             cross join below($1, $2) b join person_area a on a.place = b.code
             where length(a.place) > 6 and not lies_in($1, c.county, $2::date - 1)
             order by a.person_id) moved""");

    private final Outbox outbox;

    SettlePersons(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Uni<Void> moved(SqlConnection transaction, MoveDecision.Moves move) {
        return transaction
                .preparedQuery(TELL)
                .execute(Tuple.of(move.code().code(), move.from(), Traces.current()))
                .invoke(outbox::wakeRelay)
                .replaceWithVoid();
    }
}
