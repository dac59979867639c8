package org.lingbao.matching.engagement;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.lingbao.matching.employer.Owner;
import org.lingbao.matching.engagement.domain.Hiring;
import org.lingbao.matching.wire.Places;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.Idempotency;
import org.lingbao.platform.idempotency.IdempotencyKey;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.outbox.Outbox;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.rules.value.Place;

/** A company hires whom an engagement brought (录用): once, and enrollment hears of it. */
@ApplicationScoped
class Hire {
    private static final String INSERT =
            "insert into hire (hire_id, engagement_id, starts_on, decided_on) values ($1, $2, $3, $4)";

    private final Pool pool;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final Engagements engagements;
    private final BusinessDay day;

    Hire(Pool pool, Idempotency idempotency, Outbox outbox, Engagements engagements, BusinessDay day) {
        this.pool = pool;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.engagements = engagements;
        this.day = day;
    }

    Uni<Answer> handle(Caller caller, IdempotencyKey key, UUID engagement, LocalDate startsOn) {
        return pool.withTransaction(transaction -> idempotency.once(
                transaction,
                key,
                () -> Engagements.asOwner(transaction, caller, engagement)
                        .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())))
                        .chain(row -> decide(transaction, row, startsOn))));
    }

    /** The engagement's row is locked, so that two hires are decided one after the other. */
    private Uni<Answer> decide(SqlConnection transaction, Row row, LocalDate startsOn) {
        var facts = new Hiring.Facts(
                row.getString("kind").equals(Owner.COMPANY),
                Status.stateOf(row),
                row.getLocalDate("accepted_on"),
                row.getUUID("hire_id") != null);
        return switch (Hiring.of(facts, startsOn)) {
            case Hiring.Refused(var reasons) -> Uni.createFrom().item(Answer.refused(Refusals.ofHire(reasons)));
            case Hiring.Hirable() -> write(transaction, row, startsOn);
        };
    }

    private Uni<Answer> write(SqlConnection transaction, Row row, LocalDate startsOn) {
        var id = Ids.next();
        var engagement = row.getUUID("engagement_id");
        var today = day.today();
        var event = new HiredV1(
                id,
                row.getUUID("person_id"),
                row.getString("credit_code"),
                Places.poolingArea(new Place(row.getString("place"))).code(),
                startsOn,
                engagement,
                today);
        return transaction
                .preparedQuery(INSERT)
                .execute(Tuple.of(id, engagement, startsOn, today))
                .chain(() -> outbox.append(transaction, HiredV1.TYPE, event.personId(), event))
                .chain(() -> engagements.again(transaction, engagement))
                .map(view -> Answer.created("/engagements/" + engagement, view));
    }
}
