package org.lingbao.contribution.plan;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.contribution.billing.Chosen;
import org.lingbao.contribution.billing.IssueBills;
import org.lingbao.contribution.billing.IssuedBill;
import org.lingbao.contribution.insured.Relation;
import org.lingbao.contribution.plan.PlanRequest.Wish;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.outbox.Outbox;
import org.lingbao.rules.contribution.Assessment.Assessed;
import org.lingbao.rules.trace.Trace;

/** Writes a plan that was decided on: the plan, its first bill and the event, in the caller's transaction. */
@ApplicationScoped
class WritePlan {
    private static final int CREATED = 201;

    private static final String INSERT = """
            insert into plan (plan_id, relation_id, person_id, scheme, place, base_fen, tier_percent, period_months,
                              from_month, chosen_on, until_month)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            on conflict (person_id, scheme) where until_month is null do nothing""";

    private final IssueBills issueBills;
    private final Outbox outbox;

    WritePlan(IssueBills issueBills, Outbox outbox) {
        this.issueBills = issueBills;
        this.outbox = outbox;
    }

    /**
     * What was decided.
     *
     * @param replaces the plan that it changes; null: it changes none
     * @param trace how the amounts were calculated
     */
    record Decided(
            Wish wish,
            Relation relation,
            Chosen chosen,
            Assessed assessed,
            @Nullable UUID replaces,
            Trace trace) {}

    /** Empty, and the transaction must not be kept: another plan has the time, or another bill a month of it. */
    Uni<Optional<Answer>> write(SqlConnection transaction, Decided decided, LocalDate today) {
        var plan = Ids.next();
        return insert(transaction, plan, decided, today)
                .chain(inserted -> inserted
                        ? issueBills.forPlan(transaction, plan, decided.chosen(), decided.assessed(), today)
                        : Uni.createFrom().item(Optional.<IssuedBill>empty()))
                .chain(issued -> issued.isEmpty()
                        ? Uni.createFrom().item(Optional.<Answer>empty())
                        : outbox.append(
                                        transaction,
                                        PlanChosenV1.TYPE,
                                        decided.wish().person(),
                                        event(plan, decided))
                                .replaceWith(Optional.of(
                                        new Answer(CREATED, null, PlanView.of(plan, decided, issued.get()), false))));
    }

    private static Uni<Boolean> insert(SqlConnection transaction, UUID plan, Decided decided, LocalDate today) {
        var wish = decided.wish();
        var base = wish.base();
        var to = decided.relation().to();
        return transaction
                .preparedQuery(INSERT)
                .execute(Tuple.from(Arrays.asList(
                        plan,
                        decided.relation().id(),
                        wish.person(),
                        wish.scheme().name(),
                        decided.relation().place().code(),
                        base == null ? null : base.fen(),
                        wish.tierPercent(),
                        wish.period().months(),
                        wish.from().atDay(1),
                        today,
                        to == null ? null : to.atDay(1))))
                .map(inserted -> inserted.rowCount() == 1);
    }

    private static PlanChosenV1 event(UUID plan, Decided decided) {
        var wish = decided.wish();
        return new PlanChosenV1(
                plan,
                wish.person(),
                wish.scheme().name(),
                decided.relation().place().code(),
                decided.assessed().base().toYuan(),
                wish.period().name(),
                wish.from(),
                decided.replaces());
    }
}
