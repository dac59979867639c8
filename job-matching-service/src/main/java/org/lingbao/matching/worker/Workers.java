package org.lingbao.matching.worker;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.lingbao.matching.gig.domain.Grams;
import org.lingbao.matching.insured.Insured;
import org.lingbao.matching.worker.WorkerRequest.Stated;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;

/** Keeps what workers state. Nothing is taken from whose consent does not hold. */
@ApplicationScoped
class Workers {
    private static final Duration EVENT_ON_ITS_WAY = Duration.ofSeconds(1);

    private static final String PERSON = """
            select asked.person_id, %s as consent from (select %s as person_id) asked""".formatted(Insured.consents("asked.person_id"), Insured.person(1));

    private static final String STATE = """
            insert into worker (worker_id, person_id, place, lat_micro, lon_micro, radius_m, occupations, grams, free_from,
                                free_until, floor_fen, floor_unit, recommendations, stated_on)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            on conflict (person_id) do update set place = $3, lat_micro = $4, lon_micro = $5, radius_m = $6,
                occupations = $7, grams = $8, free_from = $9, free_until = $10, floor_fen = $11, floor_unit = $12,
                recommendations = $13, stated_on = $14
            returning worker.*, true as consent""";

    private static final String FIND = "select w.*, %s as consent from worker w where w.person_id = %s"
            .formatted(Insured.consents("w.person_id"), Insured.person(1));

    private static final String SWITCH = """
            update worker w set recommendations = $3 where w.person_id = %s returning w.*, %s as consent""".formatted(Insured.person(1), Insured.consents("w.person_id"));

    private final Pool pool;
    private final BusinessDay day;

    Workers(Pool pool, BusinessDay day) {
        this.pool = pool;
        this.day = day;
    }

    /** What holds from now on. */
    Uni<WorkerView> state(Caller caller, Stated stated) {
        return pool.withTransaction(transaction -> consenting(transaction, caller)
                .chain(person -> transaction.preparedQuery(STATE).execute(columns(person, stated)))
                .map(rows -> WorkerView.of(rows.iterator().next())));
    }

    private static Uni<UUID> consenting(SqlConnection transaction, Caller caller) {
        return transaction
                .preparedQuery(PERSON)
                .execute(Tuple.of(caller.issuer(), caller.subject()))
                .map(rows -> rows.iterator().next())
                .map(row -> {
                    if (row.getUUID("person_id") == null) {
                        throw new ProblemException(Problem.notFound().retryAfter(EVENT_ON_ITS_WAY));
                    }
                    if (!row.getBoolean("consent")) {
                        throw new ProblemException(Problem.unprocessable(
                                "consent-missing",
                                List.of(new Violation("CONSENT_MISSING").with("purpose", Insured.JOB_MATCHING))));
                    }
                    return row.getUUID("person_id");
                });
    }

    private Tuple columns(UUID person, Stated stated) {
        var floor = stated.floor();
        return Tuple.from(Arrays.asList(
                Ids.next(),
                person,
                stated.place().code(),
                stated.position().latMicro(),
                stated.position().lonMicro(),
                stated.radiusMetres(),
                stated.occupations().toArray(String[]::new),
                Grams.ofAll(stated.occupations()).toArray(),
                stated.freeFrom(),
                stated.freeUntil(),
                floor == null ? null : floor.toMoney().fen(),
                floor == null ? null : floor.unit(),
                stated.recommendations(),
                day.today()));
    }

    /** The caller's own, also when the consent no longer holds. */
    Uni<Optional<WorkerView>> own(Caller caller) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(caller.issuer(), caller.subject()))
                .map(Workers::first);
    }

    /** To switch off needs no consent. */
    Uni<Optional<WorkerView>> recommend(Caller caller, boolean on) {
        return pool.preparedQuery(SWITCH)
                .execute(Tuple.of(caller.issuer(), caller.subject(), on))
                .map(Workers::first);
    }

    private static Optional<WorkerView> first(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(WorkerView::of)
                .findFirst();
    }
}
