package org.lingbao.matching.engagement;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.scope.Reach;
import org.lingbao.matching.employer.Owner;
import org.lingbao.matching.gig.GigView;
import org.lingbao.matching.insured.Insured;
import org.lingbao.platform.audit.Disclosure;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.identity.Caller;

/** Finds engagements: for the worker, the employer, and agencies of the worker's area. */
@ApplicationScoped
class Engagements {
    /** How many a page shows at most, and unless less are asked for. */
    static final int PAGE = 50;

    private static final String SELECT = """
            select %s, g.exact_lat_micro, g.exact_lon_micro, o.credit_code,
                   e.engagement_id, e.person_id, e.starts_on as engaged_from, e.ends_on as engaged_to, e.state,
                   e.accepted_on, e.in_code, e.in_on, e.out_code, e.out_on, e.completed_on, e.ended_on, e.paid_on,
                   e.paid_fen, e.paid_how, e.paid_proof, w.worker_id, h.hire_id, h.starts_on as hired_from,
                   h.decided_on as hired_on
            from engagement e join gig g using (gig_id) join employer o using (employer_id)
            join worker w on w.person_id = e.person_id left join hire h using (engagement_id)""".formatted(GigView.COLUMNS);

    private static final String SHOW = SELECT
            + " where e.engagement_id = $1 and (%s or %s)"
                    .formatted(Reach.condition("e.person_id", "false", 2), Owner.condition("o", 5));

    private static final String LIST = SELECT + """
             where e.engagement_id in (
                       select own.engagement_id from engagement own where own.person_id = %s
                       union all
                       select offered.engagement_id from gig join engagement offered using (gig_id)
                       where gig.employer_id = %s)
               and (cast($3 as uuid) is null or e.gig_id = $3)
               and (cast($4 as uuid) is null or e.engagement_id < $4)
             order by e.engagement_id desc limit $5""".formatted(Insured.person(1), Owner.id(6));

    private static final String AS_WORKER =
            SELECT + " where e.engagement_id = $1 and e.person_id = %s for update of e".formatted(Insured.person(2));

    private static final String AS_OWNER =
            SELECT + " where e.engagement_id = $1 and %s for update of e".formatted(Owner.condition("o", 2));

    private static final String AGAIN = SELECT + " where e.engagement_id = $1";

    private final Pool pool;
    private final Disclosure disclosure;
    private final BusinessDay day;

    Engagements(Pool pool, Disclosure disclosure, BusinessDay day) {
        this.pool = pool;
        this.disclosure = disclosure;
        this.day = day;
    }

    /** An agency's look leaves a line in the audit. */
    Uni<Optional<EngagementView>> show(Caller caller, UUID engagement) {
        var parameters = Owner.of(caller).addTo(Reach.of(caller.scope()).addTo(Tuple.of(engagement)));
        return disclosure
                .<Row>to(
                        caller,
                        "engagement.read",
                        row -> row.getUUID("person_id"),
                        client -> first(client, SHOW, parameters))
                .map(found -> found.map(row -> EngagementView.of(row, day.today())));
    }

    /** The caller's, as a worker and as an employer; of one gig, where one is named. */
    Uni<EngagementView.Page> list(Caller caller, @Nullable UUID gig, @Nullable UUID after, int most) {
        var asked = Tuple.of(caller.issuer(), caller.subject())
                .addUUID(gig)
                .addUUID(after)
                .addInteger(most + 1);
        return pool.preparedQuery(LIST).execute(Owner.of(caller).addTo(asked)).map(rows -> {
            var views = StreamSupport.stream(rows.spliterator(), false)
                    .limit(most)
                    .map(row -> EngagementView.of(row, day.today()))
                    .toList();
            var next = rows.size() > most ? views.getLast().engagementId().toString() : null;
            return new EngagementView.Page(views, next);
        });
    }

    /** The worker's own, locked. */
    static Uni<Optional<Row>> asWorker(SqlClient transaction, Caller caller, UUID engagement) {
        return first(transaction, AS_WORKER, Tuple.of(engagement, caller.issuer(), caller.subject()));
    }

    /** One at a gig of the caller's, locked. */
    static Uni<Optional<Row>> asOwner(SqlClient transaction, Caller caller, UUID engagement) {
        return first(transaction, AS_OWNER, Owner.of(caller).addTo(Tuple.of(engagement)));
    }

    /** As it is now. */
    Uni<EngagementView> again(SqlClient transaction, UUID engagement) {
        return first(transaction, AGAIN, Tuple.of(engagement))
                .map(found -> EngagementView.of(found.orElseThrow(), day.today()));
    }

    private static Uni<Optional<Row>> first(SqlClient client, String statement, Tuple parameters) {
        return client.preparedQuery(statement)
                .execute(parameters)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).findFirst());
    }
}
