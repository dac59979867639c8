package org.lingbao.enrollment.joining;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.lingbao.enrollment.channel.Via;
import org.lingbao.enrollment.joining.domain.Application;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.Idempotency;
import org.lingbao.platform.idempotency.IdempotencyKey;

/**
 * Decides an application at once (即时办结): the application with its decision, and, where it is accepted, the relation
 * and its event, in one transaction.
 */
@ApplicationScoped
class Enroll {
    private static final String ENROLLMENTS = "/enrollments/";

    private final Pool pool;
    private final BusinessDay day;
    private final Admission admission;
    private final Idempotency idempotency;

    Enroll(Pool pool, BusinessDay day, Admission admission, Idempotency idempotency) {
        this.pool = pool;
        this.day = day;
        this.admission = admission;
        this.idempotency = idempotency;
    }

    public Uni<Answer> handle(IdempotencyKey key, UUID personId, Application application, Via via) {
        var today = day.today(); // once: a decision and its rows are of one day, also at midnight
        return pool.withTransaction(transaction -> idempotency.once(
                transaction,
                key,
                () -> admission
                        .considerAlone(transaction, personId, application, via, today)
                        .chain(considered -> carryOut(transaction, considered))));
    }

    private Uni<Answer> carryOut(SqlConnection transaction, Considered considered) {
        var reasons = considered.reasons();
        return reasons.isEmpty()
                ? admission
                        .carryOut(transaction, considered)
                        .map(view -> Answer.created(ENROLLMENTS + view.enrollmentId(), view))
                : admission
                        .refuse(transaction, considered)
                        .map(id -> Refusals.of("enrollment-refused", ENROLLMENTS, id, reasons));
    }
}
