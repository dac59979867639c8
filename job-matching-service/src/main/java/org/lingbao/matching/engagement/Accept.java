package org.lingbao.matching.engagement;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.lingbao.matching.engagement.domain.Acceptance;
import org.lingbao.matching.insured.Insured;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.Idempotency;
import org.lingbao.platform.idempotency.IdempotencyKey;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;

/** A worker accepts a gig. However many do at once, there are never more than places, nor two at once of one worker. */
@ApplicationScoped
class Accept {
    private static final Duration EVENT_ON_ITS_WAY = Duration.ofSeconds(1);

    /** One acceptance of a person after the other, so that each sees the days that the one before took. */
    private static final String LOCK = """
            select asked.person_id from (select %s as person_id) asked
            cross join lateral (select pg_advisory_xact_lock(hashtextextended(cast(asked.person_id as text), 44))) locked
            where asked.person_id is not null""".formatted(Insured.person(1));

    private static final String FACTS = """
            select %1$s as consents, w.worker_id is not null as stated, g.starts_on, g.ends_on,
                   g.closed_on is not null as closed, g.taken >= g.headcount as full,
                   coalesce(o.person_id = $1, false) as own,
                   exists (select from engagement e where e.gig_id = g.gig_id and e.person_id = $1 and %2$s) as already,
                   other.starts_on as other_from, other.ends_on as other_to
            from gig g join employer o using (employer_id)
            left join worker w on w.person_id = $1
            left join lateral (select e.starts_on, e.ends_on from engagement e
                where e.person_id = $1 and e.gig_id <> g.gig_id and %2$s
                  and e.starts_on <= g.ends_on and e.ends_on >= g.starts_on order by e.starts_on limit 1) other on true
            where g.gig_id = $2""".formatted(Insured.consents("cast($1 as uuid)"), Status.takesDays("e"));

    /** The place is taken if there is one, whatever was seen before. */
    private static final String TAKE =
            "update gig set taken = taken + 1 where gig_id = $1 and taken < headcount and closed_on is null";

    private static final String INSERT = """
            insert into engagement (engagement_id, gig_id, person_id, starts_on, ends_on, state, accepted_on)
            values ($1, $2, $3, $4, $5, 'ACCEPTED', $6)""";

    private final Pool pool;
    private final Idempotency idempotency;
    private final Engagements engagements;
    private final BusinessDay day;

    Accept(Pool pool, Idempotency idempotency, Engagements engagements, BusinessDay day) {
        this.pool = pool;
        this.idempotency = idempotency;
        this.engagements = engagements;
        this.day = day;
    }

    Uni<Answer> handle(Caller caller, IdempotencyKey key, UUID gig) {
        return pool.withTransaction(transaction -> idempotency.once(
                transaction,
                key,
                () -> person(transaction, caller)
                        .chain(person -> facts(transaction, person, gig)
                                .chain(facts -> decide(transaction, person, gig, facts)))));
    }

    private static Uni<UUID> person(SqlConnection transaction, Caller caller) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(caller.issuer(), caller.subject()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("person_id"))
                        .findFirst()
                        .orElseThrow(
                                () -> new ProblemException(Problem.notFound().retryAfter(EVENT_ON_ITS_WAY))));
    }

    private static Uni<Row> facts(SqlConnection transaction, UUID person, UUID gig) {
        return transaction
                .preparedQuery(FACTS)
                .execute(Tuple.of(person, gig))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .orElseThrow(() -> new ProblemException(Problem.notFound())));
    }

    private Uni<Answer> decide(SqlConnection transaction, UUID person, UUID gig, Row row) {
        var today = day.today();
        var other = row.getLocalDate("other_from");
        var worker = new Acceptance.Worker(
                row.getBoolean("consents"),
                row.getBoolean("stated"),
                row.getBoolean("already"),
                other == null ? null : new Acceptance.Days(other, row.getLocalDate("other_to")));
        var offered = new Acceptance.Gig(
                row.getBoolean("own"), row.getBoolean("closed"), row.getBoolean("full"), row.getLocalDate("ends_on"));
        return switch (Acceptance.of(worker, offered, today)) {
            case Acceptance.Refused(var reasons) -> refused(reasons);
            case Acceptance.Acceptable() -> take(transaction, person, gig, row, today);
        };
    }

    private Uni<Answer> take(SqlConnection transaction, UUID person, UUID gig, Row row, LocalDate today) {
        return transaction
                .preparedQuery(TAKE)
                .execute(Tuple.of(gig))
                .chain(taken -> taken.rowCount() == 1
                        ? insert(transaction, person, gig, row, today)
                        : refused(List.of(new Acceptance.Reason.Full())));
    }

    private Uni<Answer> insert(SqlConnection transaction, UUID person, UUID gig, Row row, LocalDate today) {
        var id = Ids.next();
        var values = Tuple.of(id, gig, person, row.getLocalDate("starts_on"), row.getLocalDate("ends_on"), today);
        return transaction
                .preparedQuery(INSERT)
                .execute(values)
                .chain(() -> engagements.again(transaction, id))
                .map(view -> Answer.created("/engagements/" + id, view));
    }

    private static Uni<Answer> refused(List<Acceptance.Reason> reasons) {
        return Uni.createFrom().item(Answer.refused(Refusals.ofAcceptance(reasons)));
    }
}
