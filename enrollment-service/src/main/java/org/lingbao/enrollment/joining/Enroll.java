package org.lingbao.enrollment.joining;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.lingbao.enrollment.channel.Via;
import org.lingbao.enrollment.joining.domain.Application;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.Idempotency;
import org.lingbao.platform.idempotency.IdempotencyKey;
import org.lingbao.platform.problem.Problem;

/**
 * Decides an application at once (即时办结): the application with its decision, and, where it is accepted, the relation
 * and its event, in one transaction.
 */
@ApplicationScoped
class Enroll {
    private final BusinessDay day;
    private final Admission admission;
    private final Idempotency idempotency;

    Enroll(BusinessDay day, Admission admission, Idempotency idempotency) {
        this.day = day;
        this.admission = admission;
        this.idempotency = idempotency;
    }

    @WithTransaction
    public Uni<Answer> handle(IdempotencyKey key, UUID personId, Application application, Via via) {
        var today = day.today(); // once: a decision and its rows are of one day, also at midnight
        return idempotency.once(
                key,
                () -> admission.considerAlone(personId, application, via, today).chain(this::carryOut));
    }

    private Uni<Answer> carryOut(Considered considered) {
        var reasons = considered.reasons();
        return reasons.isEmpty()
                ? admission
                        .carryOut(considered)
                        .map(view -> Answer.created("/enrollments/" + view.enrollmentId(), view))
                : admission
                        .refuse(considered)
                        .replaceWith(Answer.refused(Problem.unprocessable("enrollment-refused", reasons)));
    }
}
