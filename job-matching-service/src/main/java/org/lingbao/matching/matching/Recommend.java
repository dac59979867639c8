package org.lingbao.matching.matching;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.lingbao.matching.engagement.Status;
import org.lingbao.matching.gig.GigView;
import org.lingbao.matching.gig.domain.Grams;
import org.lingbao.matching.insured.Insured;
import org.lingbao.matching.matching.domain.Facts;
import org.lingbao.matching.matching.domain.Match;
import org.lingbao.matching.matching.domain.Metres;
import org.lingbao.matching.matching.domain.Occupation;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.value.Money;

/** Gigs for a worker (岗位推荐): of those that the worker can take, the best first, each with its reasons. */
@ApplicationScoped
class Recommend {
    /** The nearest that are looked at. */
    private static final int LOOKED_AT = 500;

    private static final String WORKER = """
            select asked.person_id, %s as consents, w.worker_id is not null as stated, coalesce(w.recommendations, false) as on
            from (select %s as person_id) asked left join worker w on w.person_id = asked.person_id""".formatted(Insured.consents("asked.person_id"), Insured.person(1));

    /** What an employer has kept is counted once for each of the nearest: some have thousands of gigs in one place. */
    private static final String GIGS = """
            with near as materialized (
                select g.employer_id, %s, %s as skills, w.radius_m, w.free_from, w.free_until, w.floor_fen, w.floor_unit,
                       distance_m(g.lat_micro, g.lon_micro, w.lat_micro, w.lon_micro) as metres
                from worker w
                join gig g on point(g.lon_micro, g.lat_micro) <@ around(w.lat_micro, w.lon_micro, w.radius_m)
                join employer o using (employer_id)
                where w.person_id = $1 and w.recommendations and %s
                  and g.closed_on is null and g.taken < g.headcount and g.ends_on >= $2
                  and o.person_id is distinct from w.person_id
                  and not exists (select from engagement e where e.person_id = w.person_id and %s
                        and e.starts_on <= g.ends_on and e.ends_on >= g.starts_on)
                order by metres, g.gig_id limit $3
            ), past as (
                select earlier.employer_id, count(*) filter (where e.state = 'PAID')::integer as kept,
                       count(*) filter (where e.state in ('PAID', 'COMPLETED')
                           or e.state = 'CANCELLED_BY_EMPLOYER' and e.ended_on >= e.starts_on)::integer as all_ended
                from engagement e join gig earlier using (gig_id)
                where earlier.employer_id in (select employer_id from near) group by earlier.employer_id
            )
            select near.*, coalesce(past.kept, 0) as kept, coalesce(past.all_ended, 0) as all_ended
            from near left join past using (employer_id) order by metres, gig_id""".formatted(
                    GigView.COLUMNS,
                    Insured.skills("w.occupations", "w.person_id"),
                    Insured.consents("w.person_id"),
                    Status.takesDays("e"));

    private final Pool pool;
    private final Tuning tuning;
    private final BusinessDay day;

    Recommend(Pool pool, Tuning tuning, BusinessDay day) {
        this.pool = pool;
        this.tuning = tuning;
        this.day = day;
    }

    Uni<Recommendations.ForWorker> handle(Caller caller, int most) {
        return pool.preparedQuery(WORKER)
                .execute(Tuple.of(caller.issuer(), caller.subject()))
                .map(rows -> rows.iterator().next())
                .chain(worker -> {
                    refuseUnready(worker);
                    return worker.getBoolean("on")
                            ? found(worker, most)
                            : Uni.createFrom().item(new Recommendations.ForWorker(false, List.of()));
                });
    }

    private static void refuseUnready(Row worker) {
        var reasons = new ArrayList<Violation>();
        if (!worker.getBoolean("consents")) {
            reasons.add(new Violation("CONSENT_MISSING").with("purpose", Insured.JOB_MATCHING));
        }
        if (!worker.getBoolean("stated")) {
            reasons.add(new Violation("WORKER_PROFILE_MISSING"));
        }
        if (!reasons.isEmpty()) {
            throw new ProblemException(Problem.unprocessable("recommendation-refused", reasons));
        }
    }

    private Uni<Recommendations.ForWorker> found(Row worker, int most) {
        return pool.preparedQuery(GIGS)
                .execute(Tuple.of(worker.getUUID("person_id"), day.today(), LOOKED_AT))
                .map(rows -> new Recommendations.ForWorker(true, best(rows, most)));
    }

    private record Scored(Row row, Match match) {}

    private List<Recommendations.GigMatch> best(RowSet<Row> rows, int most) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Scored(row, match(row, new Metres(row.getInteger("metres")), radius(row), tuning)))
                .filter(scored -> scored.match().score().value().signum() > 0)
                .sorted(Comparator.comparing((Scored scored) -> scored.match().score())
                        .reversed()
                        .thenComparing(scored -> scored.row().getInteger("metres")))
                .limit(most)
                .map(scored -> new Recommendations.GigMatch(
                        GigView.of(scored.row(), day.today(), scored.row().getInteger("metres")),
                        scored.match().score().toString(),
                        FactorView.of(scored.match(), tuning)))
                .toList();
    }

    /** How far the worker goes. */
    static Metres radius(Row row) {
        return new Metres(row.getInteger("radius_m"));
    }

    /** The same both ways: a row has a gig's columns and a worker's. */
    static Match match(Row row, Metres distance, Metres radius, Tuning tuning) {
        var floor = row.getLong("floor_fen");
        var facts = new Facts(
                skill(List.of(row.getArrayOfStrings("occupations")), List.of(row.getArrayOfStrings("skills"))),
                distance,
                radius,
                new Facts.Pay(
                        new Money(row.getLong("pay_fen")),
                        floor == null ? null : new Money(floor),
                        row.getString("pay_unit").equals(row.getString("floor_unit"))),
                new Facts.Free(
                        row.getLocalDate("starts_on"),
                        row.getLocalDate("ends_on"),
                        row.getLocalDate("free_from"),
                        row.getLocalDate("free_until")),
                row.getInteger("kept"),
                row.getInteger("all_ended"));
        return Match.of(facts, tuning.parameters());
    }

    /** Words are compared by their pieces, so that 保洁员 is near to 保洁. */
    private static Facts.Skill skill(List<String> wanted, List<String> skills) {
        Optional<Occupation> same =
                wanted.stream().filter(skills::contains).findFirst().map(Occupation::new);
        var asked = new HashSet<String>();
        wanted.forEach(word -> asked.addAll(Grams.ofQuestion(word).pieces()));
        var common = new HashSet<>(asked);
        common.retainAll(Grams.ofAll(skills).pieces());
        return new Facts.Skill(same.orElse(null), common.size(), asked.size());
    }
}
