package org.lingbao.contribution.adjustment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Locale;
import org.lingbao.contribution.sweep.Sweep;
import org.lingbao.contribution.sweep.Sweeps;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.Idempotency;
import org.lingbao.platform.idempotency.IdempotencyKey;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;

/** Takes the order to settle months whose limits came late: first counted, then, on the same business day, billed. */
@ApplicationScoped
class OrderAdjustment {
    private static final int ACCEPTED = 202;
    private static final String PURPOSE = "contribution";

    private final Pool pool;
    private final Idempotency idempotency;
    private final Sweeps sweeps;
    private final AdjustmentRuns runs;
    private final BusinessDay day;
    private final Audit audit;

    OrderAdjustment(
            Pool pool, Idempotency idempotency, Sweeps sweeps, AdjustmentRuns runs, BusinessDay day, Audit audit) {
        this.pool = pool;
        this.idempotency = idempotency;
        this.sweeps = sweeps;
        this.runs = runs;
        this.day = day;
        this.audit = audit;
    }

    /** What is ordered, and in which language the answer is. */
    record Order(YearMonth from, YearMonth to, boolean dry, Locale language) {}

    Uni<Answer> handle(Caller caller, IdempotencyKey key, Order order) {
        return pool.withTransaction(
                        transaction -> idempotency.once(transaction, key, () -> order(transaction, caller, order)))
                .invoke(sweeps::wake);
    }

    private Uni<Answer> order(SqlConnection transaction, Caller caller, Order order) {
        var today = day.today();
        return sweeps.isTried(transaction, Sweep.Kind.ADJUSTMENT, order.from(), order.to(), today)
                .invoke(tried -> {
                    if (!tried && !order.dry()) {
                        throw notTried();
                    }
                })
                .chain(() ->
                        sweeps.begin(transaction, Sweep.Kind.ADJUSTMENT, order.from(), order.to(), order.dry(), today))
                .call(() -> audit.record(transaction, Audit.Entry.ofNobody(caller, "adjustment.run", PURPOSE)))
                .chain(run -> runs.find(transaction, run, order.language())
                        .map(view -> new Answer(ACCEPTED, "/adjustment-runs/" + run, view.orElseThrow(), false)));
    }

    /** It is not kept, for the same order may be right a moment later. */
    private static ProblemException notTried() {
        return new ProblemException(Problem.conflict("adjustment-not-tried", new Violation("ADJUSTMENT_NOT_TRIED")));
    }
}
