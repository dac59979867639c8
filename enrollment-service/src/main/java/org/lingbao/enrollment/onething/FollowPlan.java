package org.lingbao.enrollment.onething;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.lingbao.rules.value.Scheme;

/** Writes what became of the plan, in the transaction of the event that tells it. */
@ApplicationScoped
class FollowPlan {
    /**
     * Also where the person chose the plan alone, after a wish that was refused; and where they applied under a number that was merged
     * into another.
     */
    private static final String CHOSEN = """
            update one_thing set plan_state = 'CHOSEN', plan_id = $2, plan_answered_at = now(),
                reasons = jsonb_set(reasons, '{byPart,PLAN}', '[]')
            where person_id in (select same_person($1)) and plan_state in ('WISHED', 'REFUSED') and from_month <= $3""";

    private static final String REFUSED = """
            update one_thing set plan_state = 'REFUSED', plan_answered_at = now(),
                reasons = jsonb_set(reasons, '{byPart,PLAN}', cast($2 as jsonb) -> 'byPart' -> 'PLAN')
            where id = $1 and plan_state = 'WISHED'""";

    private final OneThings things;

    FollowPlan(OneThings things) {
        this.things = things;
    }

    /** Nothing where it is another scheme's, or of a person who applied otherwise. */
    Uni<Void> chosen(SqlConnection transaction, PlanChosen chosen) {
        return chosen.scheme() != Scheme.EMPLOYEE
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(CHOSEN)
                        .execute(Tuple.of(
                                chosen.personId(),
                                chosen.planId(),
                                chosen.from().atDay(1)))
                        .replaceWithVoid();
    }

    Uni<Void> refused(SqlConnection transaction, PlanRefused refused) {
        var reasons = new PartReasons(Map.of(
                Part.PLAN,
                refused.reasons().stream().map(PlanRefused.Reason::toViolation).toList()));
        return transaction
                .preparedQuery(REFUSED)
                .execute(Tuple.of(refused.wishId(), new JsonObject(things.write(reasons))))
                .replaceWithVoid();
    }
}
