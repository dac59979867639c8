package org.lingbao.contribution.plan;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import org.lingbao.contribution.insured.PlanWishes;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.inbox.Received;
import org.lingbao.platform.outbox.Outbox;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;

/**
 * Takes a plan that a person wished for together with the enrollment (一件事): the same decision as when the person chooses it
 * here. What becomes of it is an event either way: the plan was chosen, or refused with every reason.
 */
@ApplicationScoped
class TakeWish implements PlanWishes {
    private static final String MARK = "savepoint wish";
    private static final String UNDO = "rollback to savepoint wish";

    private final ChoosePlan choose;
    private final Outbox outbox;
    private final BusinessDay day;

    TakeWish(ChoosePlan choose, Outbox outbox, BusinessDay day) {
        this.choose = choose;
        this.outbox = outbox;
        this.day = day;
    }

    /** A choice that fails leaves nothing of itself in the event's transaction. */
    @Override
    public Uni<Void> take(SqlConnection transaction, Received event) {
        var wished = event.as(PlanWished.class);
        return transaction
                .query(MARK)
                .execute()
                .chain(() -> choose.choose(transaction, new AccessScope.Everything(), wished.toWish()))
                .map(TakeWish::reasons)
                .onFailure(TakeWish::isRefusal)
                .recoverWithUni(failure -> transaction
                        .query(UNDO)
                        .execute()
                        .replaceWith(((ProblemException) failure).problem().violations()))
                .chain(reasons ->
                        reasons.isEmpty() ? Uni.createFrom().voidItem() : refuse(transaction, wished, reasons));
    }

    /** None where the plan was chosen: then its own event was written with it. */
    private static List<Violation> reasons(Answer answer) {
        return answer.body() instanceof Problem problem ? problem.violations() : List.of();
    }

    /** What a retry would not change: there is a plan, no relation, or no rule. All else is tried again with the event. */
    private static boolean isRefusal(Throwable failure) {
        return failure instanceof ProblemException refused && refused.problem().status() < 500;
    }

    private Uni<Void> refuse(SqlConnection transaction, PlanWished wished, List<Violation> reasons) {
        var refused = new PlanRefusedV1(
                wished.wishId(),
                wished.personId(),
                wished.scheme().name(),
                reasons.stream()
                        .sorted(Comparator.comparing(Violation::code))
                        .map(PlanRefusedV1.Reason::of)
                        .toList(),
                day.today());
        return outbox.append(transaction, PlanRefusedV1.TYPE, wished.personId(), refused);
    }
}
