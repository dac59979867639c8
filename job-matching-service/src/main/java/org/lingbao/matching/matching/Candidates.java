package org.lingbao.matching.matching;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lingbao.matching.employer.Owner;
import org.lingbao.matching.engagement.Status;
import org.lingbao.matching.insured.Insured;
import org.lingbao.matching.matching.domain.Match;
import org.lingbao.matching.matching.domain.Metres;
import org.lingbao.matching.wire.Pay;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;

/**
 * Workers for a gig (零工推荐), for its employer: who consents, has not switched it off, and is not engaged on its days. Who
 * they are is not told; and distances are told and reckoned in whole kilometres, so that several gigs do not find a home.
 */
@ApplicationScoped
class Candidates {
    /** The nearest that are looked at. */
    private static final int LOOKED_AT = 500;

    private static final String OWN = """
            select g.gig_id from gig g join employer o using (employer_id) where g.gig_id = $1 and %s""".formatted(Owner.condition("o", 2));

    private static final String WORKERS = """
            select w.worker_id, w.occupations as stated, %s as skills, w.radius_m, w.free_from, w.free_until, w.floor_fen, w.floor_unit,
                   g.occupations, g.pay_fen, g.pay_unit, g.starts_on, g.ends_on,
                   distance_m(g.exact_lat_micro, g.exact_lon_micro, w.lat_micro, w.lon_micro) as metres,
                   past.kept, past.all_ended
            from gig g
            join employer o using (employer_id)
            join worker w on w.recommendations
                and distance_m(g.exact_lat_micro, g.exact_lon_micro, w.lat_micro, w.lon_micro) <= w.radius_m
            cross join lateral (select
                    count(*) filter (where e.state in ('COMPLETED', 'PAID'))::integer as kept,
                    count(*) filter (where e.state in ('COMPLETED', 'PAID', 'NO_SHOW')
                        or e.state = 'CANCELLED_BY_WORKER' and e.ended_on >= e.starts_on)::integer as all_ended
                from engagement e where e.person_id = w.person_id) past
            where g.gig_id = $1 and %s and o.person_id is distinct from w.person_id
              and not exists (select from engagement e where e.person_id = w.person_id and %s
                    and e.starts_on <= g.ends_on and e.ends_on >= g.starts_on)
            order by metres, w.worker_id limit $2""".formatted(
            Insured.skills("w.occupations", "w.person_id"), Insured.consents("w.person_id"), Status.takesDays("e"));

    private final Pool pool;
    private final Tuning tuning;

    Candidates(Pool pool, Tuning tuning) {
        this.pool = pool;
        this.tuning = tuning;
    }

    Uni<Recommendations.ForGig> handle(Caller caller, UUID gig, int most) {
        return pool.preparedQuery(OWN)
                .execute(Owner.of(caller).addTo(Tuple.of(gig)))
                .invoke(found -> {
                    if (found.size() == 0) {
                        throw new ProblemException(Problem.notFound());
                    }
                })
                .chain(() -> pool.preparedQuery(WORKERS).execute(Tuple.of(gig, LOOKED_AT)))
                .map(rows -> new Recommendations.ForGig(gig, best(rows, most)));
    }

    private record Scored(Row row, Metres about, Match match) {}

    private List<Recommendations.Candidate> best(RowSet<Row> rows, int most) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(this::scored)
                .filter(scored -> scored.match().score().value().signum() > 0)
                .sorted(Comparator.comparing((Scored scored) -> scored.match().score())
                        .reversed()
                        .thenComparing(scored -> scored.row().getUUID("worker_id")))
                .limit(most)
                .map(scored -> new Recommendations.Candidate(
                        scored.row().getUUID("worker_id"),
                        List.of(scored.row().getArrayOfStrings("stated")),
                        scored.about().value() / 1000,
                        floor(scored.row()),
                        scored.match().score().toString(),
                        FactorView.of(scored.match(), tuning)))
                .toList();
    }

    /** The radius is told in whole kilometres, too, so that whoever is within it stays within it. */
    private Scored scored(Row row) {
        var about = new Metres(row.getInteger("metres")).toKilometres();
        return new Scored(
                row, about, Recommend.match(row, about, Recommend.radius(row).toKilometres(), tuning));
    }

    private static @Nullable Pay floor(Row row) {
        return row.getLong("floor_fen") == null ? null : Pay.of(row.getLong("floor_fen"), row.getString("floor_unit"));
    }
}
