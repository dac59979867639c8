package org.lingbao.enrollment.person;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.lingbao.enrollment.organisation.Settling;
import org.lingbao.enrollment.organisation.domain.MoveDecision;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.outbox.Outbox;
import org.lingbao.platform.trace.Traces;
import org.lingbao.watching.Rounds;

/**
 * Tells the other services that the persons of a town or community belong to another county, on the day from which they do: whoever
 * lives there then. Here the tree itself says where they belong.
 */
@ApplicationScoped
class SettlePersons implements Settling {
    private static final Logger LOG = Logger.getLogger(SettlePersons.class);

    /** The moves that hold on the day {@code $1} and are not told; taken, so that two at once tell of each once. */
    private static final String TAKEN = """
            with taken as materialized (
                update organisation set untold = false where untold and valid_from <= $1 returning code, valid_from
            ), moved as materialized (
                select distinct a.person_id, c.county
                from taken t cross join lateral (select county_of(t.code, $1) as county offset 0) c
                cross join lateral below(t.code, $1) b join person_area a on a.place = b.code
                where length(a.place) > 6 and not lies_in(t.code, c.county, t.valid_from - 1)
                order by a.person_id
            )
            """;

    private static final String TELL = TAKEN
            + Outbox.insertOf(
                    PersonAreaAddedV1.TYPE,
                    "uuidv7()",
                    "moved.person_id",
                    "json_build_object('personId', moved.person_id, 'place', moved.county)::text",
                    "cast($2 as text)",
                    "moved");

    private final Pool pool;
    private final Outbox outbox;
    private final BusinessDay day;
    private final Rounds rounds;
    private final Duration interval;

    SettlePersons(
            Pool pool,
            Outbox outbox,
            BusinessDay day,
            Rounds rounds,
            @ConfigProperty(name = "lingbao.work-list.sweep-interval") Duration interval) {
        this.pool = pool;
        this.outbox = outbox;
        this.day = day;
        this.rounds = rounds;
        this.interval = interval;
    }

    void start(@Observes StartupEvent event) {
        rounds.every(interval, LOG, "moves were not told", this::tellIfDue);
    }

    @Override
    public Uni<Void> tellIfDue() {
        return pool.withTransaction(this::tell);
    }

    @Override
    public Uni<Void> moved(SqlConnection transaction, MoveDecision.Moves move) {
        return tell(transaction);
    }

    private Uni<Void> tell(SqlConnection transaction) {
        return transaction
                .preparedQuery(TELL)
                .execute(Tuple.of(day.today(), Traces.current()))
                .invoke(outbox::wakeRelay)
                .replaceWithVoid();
    }
}
