package org.lingbao.contribution.plan;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.lingbao.contribution.billing.Chosen;
import org.lingbao.contribution.billing.IssueBills;
import org.lingbao.contribution.billing.IssuedBill;
import org.lingbao.contribution.insured.Relation;
import org.lingbao.contribution.insured.Relations;
import org.lingbao.contribution.plan.PlanRequest.Wish;
import org.lingbao.contribution.plan.domain.PayableWindow;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.Idempotency;
import org.lingbao.platform.idempotency.IdempotencyKey;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.outbox.Outbox;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.Law;
import org.lingbao.rules.contribution.Assessment;
import org.lingbao.rules.contribution.Assessment.Assessed;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.trace.Trace;

/** Takes a person's choice of a plan: one decision, the plan, its first bill and the event, in one transaction. */
@ApplicationScoped
class ChoosePlan {
    private static final int CREATED = 201;
    private static final int NOT_FOUND = 404;
    private static final Duration EVENT_ON_ITS_WAY = Duration.ofSeconds(1);

    private static final String INSERT = """
            insert into plan (plan_id, relation_id, person_id, scheme, place, base_fen, tier_percent, period_months,
                              from_month, chosen_on, until_month)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            on conflict (person_id, scheme) where until_month is null do nothing""";

    private final Pool pool;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final Relations relations;
    private final IssueBills issueBills;
    private final BusinessDay day;

    ChoosePlan(
            Pool pool,
            Idempotency idempotency,
            Outbox outbox,
            Relations relations,
            IssueBills issueBills,
            BusinessDay day) {
        this.pool = pool;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.relations = relations;
        this.issueBills = issueBills;
        this.day = day;
    }

    Uni<Answer> handle(AccessScope scope, IdempotencyKey key, Wish wish) {
        var today = day.today();
        return pool.withTransaction(transaction -> idempotency.once(
                transaction,
                key,
                () -> relations
                        .find(transaction, scope, wish.person(), wish.scheme(), wish.from())
                        .map(found -> found.orElseThrow(ChoosePlan::notKnown))
                        .chain(relation -> Uni.createFrom()
                                .deferred(() -> choose(transaction, wish, today, relation))
                                .onFailure(DataNotLoaded.class)
                                .transform(missing -> notLoaded(relation, (DataNotLoaded) missing)))));
    }

    /**
     * Not there yet, not there at all, or not yours: one answer, else it would tell who is enrolled. It is not kept, for
     * the same request may succeed a moment later.
     */
    private static ProblemException notKnown() {
        var problem = Problem.of(NOT_FOUND, "not-found", List.of(new Violation("RELATION_NOT_KNOWN")));
        return new ProblemException(problem.retryAfter(EVENT_ON_ITS_WAY));
    }

    /** It is not kept either, for the data may be loaded later. */
    private static ProblemException notLoaded(Relation relation, DataNotLoaded missing) {
        return new ProblemException(Refusals.notLoaded(relation.place(), missing));
    }

    private Uni<Answer> choose(SqlConnection transaction, Wish wish, LocalDate today, Relation relation) {
        var chosen = new Chosen(relation.place(), wish.scheme(), wish.period(), wish.base(), wish.tierPercent());
        var window = new PayableWindow(relation.from(), relation.lastPayable(), relation.flexible(), relation.sealed());
        var byRelation = window.refusalsOf(wish.from());
        var answer = Law.standard().contribution().assess(chosen.from(wish.from()), today);
        return switch (answer.value()) {
            case Assessment.Refused(var byLaw) -> refused(Refusals.of(byLaw, byRelation));
            case Assessed assessed when !byRelation.isEmpty() -> refused(Refusals.of(List.of(), byRelation));
            case Assessed assessed -> write(transaction, wish, today, relation, chosen, assessed, answer.trace());
        };
    }

    private Uni<Answer> write(
            SqlConnection transaction,
            Wish wish,
            LocalDate today,
            Relation relation,
            Chosen chosen,
            Assessed assessed,
            Trace trace) {
        var plan = Ids.next();
        return insert(transaction, plan, wish, relation, today)
                .chain(() -> issueBills.forPlan(transaction, plan, chosen, assessed, today))
                .map(issued -> issued.orElseThrow(ChoosePlan::exists))
                .call(bill -> outbox.append(
                        transaction, PlanChosenV1.TYPE, wish.person(), event(plan, wish, relation, assessed)))
                .map(bill -> created(plan, wish, relation, assessed, bill, trace));
    }

    private static Uni<Void> insert(
            SqlConnection transaction, UUID plan, Wish wish, Relation relation, LocalDate today) {
        var base = wish.base();
        var to = relation.to();
        return transaction
                .preparedQuery(INSERT)
                .execute(Tuple.from(Arrays.asList(
                        plan,
                        relation.id(),
                        wish.person(),
                        wish.scheme().name(),
                        relation.place().code(),
                        base == null ? null : base.fen(),
                        wish.tierPercent(),
                        wish.period().months(),
                        wish.from().atDay(1),
                        today,
                        to == null ? null : to.atDay(1))))
                .invoke(inserted -> {
                    if (inserted.rowCount() == 0) {
                        throw exists();
                    }
                })
                .replaceWithVoid();
    }

    private static PlanChosenV1 event(UUID plan, Wish wish, Relation relation, Assessed assessed) {
        return new PlanChosenV1(
                plan,
                wish.person(),
                wish.scheme().name(),
                relation.place().code(),
                assessed.base().toYuan(),
                wish.period().name(),
                wish.from());
    }

    private static Answer created(
            UUID plan, Wish wish, Relation relation, Assessed assessed, IssuedBill bill, Trace trace) {
        var view = PlanView.of(plan, wish, relation.place().code(), assessed, bill, trace);
        return new Answer(CREATED, null, view, false);
    }

    private static ProblemException exists() {
        return new ProblemException(Problem.conflict("plan-exists", new Violation("PLAN_EXISTS")));
    }

    private static Uni<Answer> refused(Problem problem) {
        return Uni.createFrom().item(Answer.refused(problem));
    }
}
