package org.lingbao.matching.gig;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.matching.employer.Owner;
import org.lingbao.matching.gig.GigRequest.Gig;
import org.lingbao.matching.gig.domain.Posting;
import org.lingbao.matching.wire.Places;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.Idempotency;
import org.lingbao.platform.idempotency.IdempotencyKey;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.outbox.Outbox;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.value.Place;

/** Posts a gig: one decision, the row and the event, in one transaction. */
@ApplicationScoped
class PostGig {
    private static final String FACTS = """
            select (select e.employer_id from employer e where %1$s) as employer_id,
                   (select e.kind from employer e where %1$s) as kind,
                   (select e.name from employer e where %1$s) as name,
                   (select i.place from inn i where i.inn_id = cast($1 as uuid)) as inn_place""".formatted(Owner.condition("e", 2));

    private static final String INSERT = """
            insert into gig (gig_id, employer_id, inn_id, title, description, occupations, grams, pay_fen, pay_unit, place,
                             lat_micro, lon_micro, exact_lat_micro, exact_lon_micro, starts_on, ends_on, headcount,
                             posted_on)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)""";

    private final Pool pool;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final Gigs gigs;
    private final BusinessDay day;

    PostGig(Pool pool, Idempotency idempotency, Outbox outbox, Gigs gigs, BusinessDay day) {
        this.pool = pool;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.gigs = gigs;
        this.day = day;
    }

    Uni<Answer> handle(Caller caller, IdempotencyKey key, Gig gig) {
        return pool.withTransaction(transaction -> idempotency.once(
                transaction,
                key,
                () -> facts(transaction, caller, gig).chain(facts -> decide(transaction, gig, facts))));
    }

    private static Uni<Row> facts(SqlConnection transaction, Caller caller, Gig gig) {
        return transaction
                .preparedQuery(FACTS)
                .execute(Owner.of(caller).addTo(Tuple.tuple().addUUID(gig.inn())))
                .map(rows -> rows.iterator().next());
    }

    private Uni<Answer> decide(SqlConnection transaction, Gig gig, Row row) {
        var today = day.today();
        var facts = new Posting.Facts(
                row.getUUID("employer_id") != null,
                gig.startsOn(),
                Places.poolingArea(gig.place()),
                gig.inn() != null,
                areaOf(row.getString("inn_place")));
        return switch (Posting.of(facts, today)) {
            case Posting.Refused(var reasons) -> Uni.createFrom().item(Answer.refused(refusal(reasons)));
            case Posting.Postable() -> write(transaction, gig, row, today);
        };
    }

    private static @Nullable Place areaOf(@Nullable String place) {
        return place == null ? null : Places.poolingArea(new Place(place));
    }

    private Uni<Answer> write(SqlConnection transaction, Gig gig, Row owner, LocalDate today) {
        var id = Ids.next();
        var pay = gig.pay();
        var event =
                new GigPostedV1(id, gig.place().code(), gig.startsOn(), gig.headcount(), String.valueOf(pay.unit()));
        return transaction
                .preparedQuery(INSERT)
                .execute(columns(id, gig, owner, today))
                .chain(() -> outbox.append(transaction, GigPostedV1.TYPE, id, event))
                .chain(() -> gigs.one(transaction, id))
                .map(view -> Answer.created("/gigs/" + id, view.orElseThrow()));
    }

    private static Tuple columns(UUID id, Gig gig, Row owner, LocalDate today) {
        var exact = gig.position();
        var shown = owner.getString("kind").equals(Owner.HOUSEHOLD) && gig.inn() == null ? exact.blurred() : exact;
        return Tuple.from(Arrays.asList(
                id,
                owner.getUUID("employer_id"),
                gig.inn(),
                gig.title(),
                gig.description(),
                gig.occupations().toArray(String[]::new),
                gig.grams().toArray(),
                gig.pay().toMoney().fen(),
                gig.pay().unit(),
                gig.place().code(),
                shown.latMicro(),
                shown.lonMicro(),
                exact.latMicro(),
                exact.lonMicro(),
                gig.startsOn(),
                gig.endsOn(),
                gig.headcount(),
                today));
    }

    private static Problem refusal(List<Posting.Reason> reasons) {
        return Problem.unprocessable(
                "gig-refused", reasons.stream().map(PostGig::violation).toList());
    }

    private static Violation violation(Posting.Reason reason) {
        return switch (reason) {
            case Posting.Reason.NotAnEmployer() -> new Violation("EMPLOYER_NOT_REGISTERED");
            case Posting.Reason.StartsInPast(var startsOn, var today) ->
                new Violation("GIG_STARTS_IN_PAST")
                        .with("startsOn", startsOn)
                        .with("today", today)
                        .at("/startsOn");
            case Posting.Reason.InnUnknown() -> new Violation("INN_UNKNOWN").at("/innId");
            case Posting.Reason.InnElsewhere(var inn) ->
                new Violation("INN_ELSEWHERE").with("place", inn).at("/innId");
        };
    }
}
