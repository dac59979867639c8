package org.lingbao.contribution.attempt;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lingbao.asking.scope.Reach;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;

/**
 * A channel begins to take money for a bill (支付中): one statement, and one attempt for all that ask at once. Who could not
 * begin is told why by a second one.
 */
@ApplicationScoped
class BeginAttempt {
    /** What held the bill may be gone between two looks, and another may hold it by then. */
    private static final int LOOKS = 3;

    private static final Duration SOON = Duration.ofSeconds(1);

    private final Pool pool;
    private final BusinessDay day;
    private final Clock clock;
    private final Duration inFlight;

    BeginAttempt(
            Pool pool,
            BusinessDay day,
            Clock clock,
            @ConfigProperty(name = "lingbao.attempt.in-flight") Duration inFlight) {
        this.pool = pool;
        this.day = day;
        this.clock = clock;
        this.inFlight = inFlight;
    }

    /** What became of it. */
    sealed interface Outcome {
        /** The bill is in flight. */
        record Begun(AttemptView attempt) implements Outcome {}

        /** It had begun under this reference; this is what is known of it. */
        record Known(AttemptView attempt) implements Outcome {}

        /** The reference stands for another bill. */
        record Reused() implements Outcome {}

        /** No money is to be taken, for all these reasons. */
        record Refused(List<Violation> reasons) implements Outcome {
            public Refused {
                reasons = List.copyOf(reasons);
            }
        }

        /** There is no such bill for this channel. */
        record NotThere() implements Outcome {}
    }

    private record Asked(Holder holder, UUID bill, String reference, Instant now, LocalDate today) {}

    Uni<Outcome> handle(Holder holder, UUID bill, String reference) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS); // until when is read by people
        return begin(new Asked(holder, bill, reference, now, day.today()), LOOKS);
    }

    private Uni<Outcome> begin(Asked asked, int looks) {
        return pool.preparedQuery(AttemptSql.BEGIN)
                .execute(parameters(asked))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).findFirst())
                .chain(found -> found.map(row -> row.getBoolean("begun")
                                ? Uni.createFrom().<Outcome>item(new Outcome.Begun(AttemptView.read(row)))
                                : notBegun(asked, row, looks))
                        .orElseGet(() -> Uni.createFrom().item(new Outcome.NotThere())));
    }

    private Uni<Outcome> notBegun(Asked asked, Row bill, int looks) {
        return pool.preparedQuery(AttemptSql.FIND)
                .execute(Tuple.tuple()
                        .addOffsetDateTime(at(asked.now()))
                        .addLocalDate(asked.today())
                        .addString(asked.holder().channel().name())
                        .addString(asked.holder().code())
                        .addString(asked.reference())
                        .addUUID(asked.bill()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
                .chain(found -> own(asked, found)
                        .map(outcome -> Uni.createFrom().item(outcome))
                        .orElseGet(() -> refused(asked, bill, found, looks)));
    }

    private static Optional<Outcome> own(Asked asked, List<Row> found) {
        return found.stream()
                .filter(row -> row.getBoolean("own"))
                .findFirst()
                .map(row -> asked.bill().equals(row.getUUID("bill_id"))
                        ? new Outcome.Known(AttemptView.read(row))
                        : new Outcome.Reused());
    }

    private Uni<Outcome> refused(Asked asked, Row bill, List<Row> found, int looks) {
        var reasons = new ArrayList<Violation>();
        found.stream()
                .map(AttemptView::read)
                .flatMap(held -> Refusals.held(held).stream())
                .forEach(reasons::add);
        Arrays.stream(bill.getArrayOfStrings("reasons"))
                .map(reason -> Refusals.ofBill(reason, bill.getLocalDate("payable_until")))
                .forEach(reasons::add);
        return reasons.isEmpty()
                ? again(asked, looks - 1)
                : Uni.createFrom().item(new Outcome.Refused(Refusals.sorted(reasons)));
    }

    /** Nothing is in the way any more: what held the bill was given up meanwhile, or its money came and did not pay. */
    private Uni<Outcome> again(Asked asked, int looks) {
        if (looks == 0) {
            throw new ProblemException(Problem.unavailable("UNAVAILABLE", SOON));
        }
        return pool.preparedQuery(AttemptSql.RELEASE)
                .execute(Tuple.of(at(asked.now()), asked.bill()))
                .chain(() -> begin(asked, looks));
    }

    private Tuple parameters(Asked asked) {
        var holder = asked.holder();
        var dayEnds =
                asked.now().atZone(clock.getZone()).truncatedTo(ChronoUnit.DAYS).plusDays(1);
        var parameters = Tuple.tuple()
                .addUUID(asked.bill())
                .addUUID(Ids.next())
                .addString(holder.channel().name())
                .addString(holder.code())
                .addString(holder.terminal())
                .addString(asked.reference())
                .addOffsetDateTime(at(asked.now()))
                .addOffsetDateTime(at(asked.now().plus(inFlight)))
                .addOffsetDateTime(dayEnds.toOffsetDateTime())
                .addLocalDate(asked.today())
                .addString(holder.area());
        return Reach.of(holder.scope()).addTo(parameters);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
