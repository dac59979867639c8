package org.lingbao.contribution.adjustment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingbao.contribution.sweep.Sweep;
import org.lingbao.contribution.sweep.Sweeps;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;

/** Takes the order to settle months whose limits came late: first counted, then, on the same business day, billed. */
@ApplicationScoped
class OrderAdjustment {
    private static final String TRIED = """
            select exists (select from sweep where kind = 'ADJUSTMENT' and from_month = $1 and to_month = $2 and dry
                and asked_on = $3 and finished_at is not null) as tried""";

    private final Sweeps sweeps;
    private final AdjustmentRuns runs;
    private final BusinessDay day;

    OrderAdjustment(Sweeps sweeps, AdjustmentRuns runs, BusinessDay day) {
        this.sweeps = sweeps;
        this.runs = runs;
        this.day = day;
    }

    /** What is ordered, and in which language the answer is. */
    record Order(YearMonth from, YearMonth to, boolean dry, Locale language) {}

    Uni<Response> handle(@Nullable String idempotencyKey, Object request, Order order) {
        var sweep = Sweep.of(Sweep.Kind.ADJUSTMENT, order.from(), order.to(), order.dry(), day.today());
        return sweeps.order(
                idempotencyKey,
                request,
                sweep,
                transaction -> tried(transaction, sweep),
                seen -> runs.view(seen, order.language()));
    }

    /** Fails where it was not. That is not kept, for the same order may be right a moment later. */
    private static Uni<Optional<Answer>> tried(SqlConnection transaction, Sweep sweep) {
        return transaction
                .preparedQuery(TRIED)
                .execute(Tuple.of(sweep.from().atDay(1), sweep.to().atDay(1), sweep.askedOn()))
                .map(rows -> {
                    if (!sweep.dry() && !rows.iterator().next().getBoolean("tried")) {
                        throw new ProblemException(
                                Problem.conflict("adjustment-not-tried", new Violation("ADJUSTMENT_NOT_TRIED")));
                    }
                    return Optional.empty();
                });
    }
}
