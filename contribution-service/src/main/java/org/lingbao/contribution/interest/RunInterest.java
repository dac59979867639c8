package org.lingbao.contribution.interest;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.RoundingMode;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.Idempotency;
import org.lingbao.platform.idempotency.IdempotencyKey;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.Law;
import org.lingbao.rules.account.InterestMonth;
import org.lingbao.rules.account.InterestTerms;
import org.lingbao.rules.data.DataNotLoaded;

/**
 * Takes the order to credit a year's interest, by the law as it is known today, or says every reason against it; it is done by the
 * {@link InterestWorker}. A run of the year that goes on is the answer to all.
 */
@ApplicationScoped
class RunInterest {
    private static final int ACCEPTED = 202;
    private static final String PURPOSE = "contribution";

    private static final String BEGIN = """
            with begun as (
                insert into interest_run (run_id, year, dry, asked_on, rate, provisional, from_month)
                values ($1, $2, $3, $4, $5::numeric, $6, $7)
                on conflict (year, dry) where finished_at is null do nothing returning run_id
            )
            select run_id from begun
            union all
            select run_id from interest_run where year = $2 and dry = $3 and finished_at is null limit 1""";

    private final Pool pool;
    private final Idempotency idempotency;
    private final InterestWorker worker;
    private final BusinessDay day;
    private final Audit audit;

    RunInterest(Pool pool, Idempotency idempotency, InterestWorker worker, BusinessDay day, Audit audit) {
        this.pool = pool;
        this.idempotency = idempotency;
        this.worker = worker;
        this.day = day;
        this.audit = audit;
    }

    /** What was ordered. @param from from which month credits bear interest, where the law does not say it */
    record Order(Year year, boolean dry, @Nullable InterestMonth from) {}

    Uni<Answer> handle(Caller caller, IdempotencyKey key, Order order) {
        return pool.withTransaction(transaction -> idempotency.once(transaction, key, () -> {
                    var terms = terms(order);
                    var reasons = reasons(order, terms);
                    return reasons.isEmpty()
                            ? begin(transaction, order, terms.orElseThrow())
                                    .call(() -> audit.record(
                                            transaction, Audit.Entry.ofNobody(caller, "interest.run", PURPOSE)))
                            : Uni.createFrom()
                                    .item(Answer.refused(Problem.unprocessable("interest-run-refused", reasons)));
                }))
                .invoke(worker::wake);
    }

    private Optional<InterestTerms> terms(Order order) {
        try {
            return Optional.of(
                    Law.standard().account().terms(order.year(), day.today()).value());
        } catch (DataNotLoaded e) {
            return Optional.empty();
        }
    }

    /** The database reckons with half a fen up and nothing else. */
    private List<Violation> reasons(Order order, Optional<InterestTerms> terms) {
        var reasons = new ArrayList<Violation>();
        if (order.year().getValue() >= day.today().getYear()) {
            reasons.add(new Violation("INTEREST_YEAR_NOT_OVER")
                    .with("year", order.year())
                    .at("/year"));
        }
        if (terms.isEmpty()) {
            reasons.add(new Violation("INTEREST_RATE_NOT_LOADED")
                    .with("year", order.year())
                    .at("/year"));
        }
        terms.filter(known -> known.rounding() != RoundingMode.HALF_UP)
                .ifPresent(known ->
                        reasons.add(new Violation("INTEREST_ROUNDING_NOT_KNOWN").with("rounding", known.rounding())));
        terms.map(InterestTerms::from)
                .filter(lawful -> order.from() != null && order.from() != lawful)
                .ifPresent(lawful -> reasons.add(new Violation("INTEREST_MONTH_IS_SET")
                        .with("month", lawful)
                        .at("/creditsBearInterestFrom")));
        return List.copyOf(reasons);
    }

    /** Should another have begun it at this very moment, this one begins again and finds it. */
    private Uni<Answer> begin(SqlConnection transaction, Order order, InterestTerms terms) {
        var from = terms.from() == null ? order.from() : terms.from();
        var asked = Tuple.of(Ids.next(), order.year().getValue(), order.dry(), day.today())
                .addBigDecimal(terms.rate().rate().value())
                .addBoolean(terms.rate().provisional())
                .addString(from == null ? null : from.name());
        return transaction
                .preparedQuery(BEGIN)
                .execute(asked)
                .chain(rows -> rows.size() == 0
                        ? begin(transaction, order, terms)
                        : accepted(transaction, rows.iterator().next().getUUID("run_id")));
    }

    private static Uni<Answer> accepted(SqlConnection transaction, UUID run) {
        return InterestRuns.find(transaction, run)
                .map(view -> new Answer(ACCEPTED, "/interest-runs/" + run, view.orElseThrow(), false));
    }
}
