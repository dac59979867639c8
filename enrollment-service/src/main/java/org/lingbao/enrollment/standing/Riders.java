package org.lingbao.enrollment.standing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.lingbao.enrollment.standing.domain.Months;
import org.lingbao.enrollment.standing.domain.Relation;
import org.lingbao.enrollment.standing.domain.Waiting;
import org.lingbao.platform.outbox.Outbox;
import org.lingbao.platform.trace.Traces;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/**
 * Medical insurance that rides on a pension relation (随职工养老一并参加的职工医保), for the feature that takes applications. It joins the
 * transaction of the connection it is given; the caller holds the person's lock.
 */
@ApplicationScoped
public class Riders {
    private static final String OPEN = """
            with given as materialized (
                select $1::uuid as relation_id, $2::uuid as person_id, 'MEDICAL' as scheme, $3::text as place,
                       $4::date as from_month, $5::date as last_payable_month, $6::date as decided_on, null::date as to_month
            ), %s
            select id from opened""".formatted(Relations.opening("given", "$7::text", "$8::text"));

    private final Reckoning reckoning;
    private final Refold refold;
    private final Outbox outbox;

    Riders(Reckoning reckoning, Refold refold, Outbox outbox) {
        this.reckoning = reckoning;
        this.refold = refold;
        this.outbox = outbox;
    }

    /** From when it would pay for who joins it from this month on; empty where no law that is known says it. */
    public Uni<Optional<Waiting>> waiting(
            SqlConnection transaction, UUID person, Place place, YearMonth joins, LocalDate today) {
        return reckoning.of(transaction, person, Scheme.EMPLOYEE).map(pension -> {
            var before = Waiting.insured(
                    pension.stretches(), Set.of(), pension.facts().paid(), YearMonth.from(today));
            var all = Stream.concat(before.stream(), Stream.of(Months.since(joins)))
                    .toList();
            return Waiting.of(place, all, today);
        });
    }

    /** Opens it beside the pension relation which was just opened, and tells it after that. */
    public Uni<Void> open(SqlConnection transaction, Relation rider, String channel) {
        var last = rider.standing().lastPayable();
        return transaction
                .preparedQuery(OPEN)
                .execute(Tuple.from(Arrays.asList(
                        rider.id().value(),
                        rider.personId().value(),
                        rider.place().code(),
                        rider.standing().months().from().atDay(1),
                        last == null ? null : last.atDay(1),
                        rider.openedOn(),
                        channel,
                        Traces.current())))
                .invoke(outbox::wakeRelay)
                .replaceWithVoid();
    }

    /** What was just opened has the months, the pauses and the end of what it rides on. */
    public Uni<Void> align(SqlConnection transaction, UUID person, LocalDate on) {
        return refold.of(transaction, person, Set.of(Scheme.MEDICAL), on);
    }
}
