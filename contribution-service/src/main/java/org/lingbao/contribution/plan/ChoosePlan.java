package org.lingbao.contribution.plan;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.contribution.billing.Chosen;
import org.lingbao.contribution.billing.WithdrawBills;
import org.lingbao.contribution.insured.Relation;
import org.lingbao.contribution.insured.Relations;
import org.lingbao.contribution.plan.PlanRequest.Wish;
import org.lingbao.contribution.plan.domain.Changeable;
import org.lingbao.contribution.plan.domain.PayableWindow;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.Idempotency;
import org.lingbao.platform.idempotency.IdempotencyKey;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.Law;
import org.lingbao.rules.contribution.Assessment;
import org.lingbao.rules.contribution.Assessment.Assessed;
import org.lingbao.rules.data.DataNotLoaded;

/**
 * Takes a person's choice of a plan, the first one or another from a month on: one decision, the plan, its first bill and the
 * event, in one transaction. What is billed by the plan before and not paid is taken back from that month on, and what is left of
 * such a bill is billed alone: no month is without a plan, and none is billed twice.
 */
@ApplicationScoped
class ChoosePlan {
    private static final int NOT_FOUND = 404;
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Pool pool;
    private final Idempotency idempotency;
    private final Relations relations;
    private final WithdrawBills withdraw;
    private final WritePlan write;
    private final BusinessDay day;

    ChoosePlan(
            Pool pool,
            Idempotency idempotency,
            Relations relations,
            WithdrawBills withdraw,
            WritePlan write,
            BusinessDay day) {
        this.pool = pool;
        this.idempotency = idempotency;
        this.relations = relations;
        this.withdraw = withdraw;
        this.write = write;
        this.day = day;
    }

    Uni<Answer> handle(AccessScope scope, IdempotencyKey key, Wish wish) {
        return pool.withTransaction(
                transaction -> idempotency.once(transaction, key, () -> choose(transaction, scope, wish)));
    }

    /** The choice in the caller's transaction, which must not be kept where it fails. */
    Uni<Answer> choose(SqlConnection transaction, AccessScope scope, Wish wish) {
        return relation(transaction, scope, wish)
                .chain(relation -> choose(transaction, wish, relation, null, List.of()))
                .map(written -> written.orElseThrow(ChoosePlan::exists));
    }

    /** The same from a month on, instead of a plan that is there. */
    Uni<Answer> change(AccessScope scope, IdempotencyKey key, UUID plan, ChangeRequest request) {
        return pool.withTransaction(transaction -> idempotency.once(
                transaction,
                key,
                () -> Plans.find(transaction, scope, plan)
                        .map(ChoosePlan::known)
                        .chain(found -> change(transaction, scope, plan, request.toWish(found)))));
    }

    /** Relation, plan and bills are locked in the order in which enrollment's news of a relation lock them. */
    private Uni<Answer> change(SqlConnection transaction, AccessScope scope, UUID plan, Wish wish) {
        return relation(transaction, scope, wish)
                .chain(relation -> Plans.lock(transaction, scope, plan)
                        .map(ChoosePlan::known)
                        .chain(locked -> refusals(transaction, locked, wish)
                                .chain(byPlan -> choose(transaction, wish, relation, locked, byPlan))))
                .map(written -> written.orElseThrow(ChoosePlan::overtaken));
    }

    private static Uni<List<Changeable.Reason>> refusals(SqlConnection transaction, Plan plan, Wish wish) {
        return Plans.changeable(transaction, plan, wish.from())
                .map(changeable -> changeable.refusalsOf(wish.from(), plan.isAs(wish)));
    }

    private Uni<Relation> relation(SqlConnection transaction, AccessScope scope, Wish wish) {
        return relations
                .find(transaction, scope, wish.person(), wish.scheme(), wish.from())
                .map(found -> found.orElseThrow(ChoosePlan::notKnown));
    }

    private Uni<Optional<Answer>> choose(
            SqlConnection transaction,
            Wish wish,
            Relation relation,
            @Nullable Plan replaced,
            List<Changeable.Reason> byPlan) {
        return Uni.createFrom()
                .deferred(() -> decide(transaction, wish, relation, replaced, byPlan))
                .onFailure(DataNotLoaded.class)
                .transform(missing -> notLoaded(relation, (DataNotLoaded) missing));
    }

    private Uni<Optional<Answer>> decide(
            SqlConnection transaction,
            Wish wish,
            Relation relation,
            @Nullable Plan replaced,
            List<Changeable.Reason> byPlan) {
        var today = day.today();
        var chosen = new Chosen(relation.place(), wish.scheme(), wish.period(), wish.base(), wish.tierPercent());
        var window = new PayableWindow(
                relation.from(), relation.lastPayable(), relation.flexible(), relation.sealed(), relation.paused());
        var byRelation = window.refusalsOf(wish.from());
        var answer = Law.standard().contribution().assess(chosen.from(wish.from()), today);
        var byLaw = answer.value() instanceof Assessment.Refused(var reasons) ? reasons : List.<Assessment.Reason>of();
        if (!(answer.value() instanceof Assessed assessed) || !byRelation.isEmpty() || !byPlan.isEmpty()) {
            return Uni.createFrom().item(Optional.of(Answer.refused(Refusals.of(byLaw, byRelation, byPlan))));
        }
        var decided = new WritePlan.Decided(
                wish, relation, chosen, assessed, replaced == null ? null : replaced.id(), answer.trace());
        return makeRoom(transaction, relation, replaced, decided).chain(() -> write.write(transaction, decided, today));
    }

    private Uni<Void> makeRoom(
            SqlConnection transaction, Relation relation, @Nullable Plan replaced, WritePlan.Decided decided) {
        if (replaced == null) {
            return Uni.createFrom().voidItem();
        }
        var last = decided.wish().from().minusMonths(1);
        return withdraw.beyond(transaction, relation.id(), last).chain(() -> Plans.end(transaction, replaced, last));
    }

    private static Plan known(Optional<Plan> found) {
        return found.orElseThrow(() -> new ProblemException(Problem.notFound()));
    }

    /**
     * Not there yet, not there at all, or not yours: one answer, else it would tell who is enrolled. It is not kept, for
     * the same request may succeed a moment later.
     */
    private static ProblemException notKnown() {
        var problem = Problem.of(NOT_FOUND, "not-found", List.of(new Violation("RELATION_NOT_KNOWN")));
        return new ProblemException(problem.retryAfter(SOON));
    }

    /** It is not kept either, for the data may be loaded later. */
    private static ProblemException notLoaded(Relation relation, DataNotLoaded missing) {
        return new ProblemException(Refusals.notLoaded(relation.place(), missing));
    }

    private static ProblemException exists() {
        return new ProblemException(Problem.conflict("plan-exists", new Violation("PLAN_EXISTS")));
    }

    /** A billing run has billed the month between the look and the write; the next look sees it. */
    private static ProblemException overtaken() {
        return new ProblemException(Problem.unavailable("UNAVAILABLE", SOON));
    }
}
