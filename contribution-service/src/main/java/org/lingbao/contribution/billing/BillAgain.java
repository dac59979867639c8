package org.lingbao.contribution.billing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.lingbao.platform.day.BusinessDay;

/** Bills the business month of a plan that goes on after a pause at once, for the month's billing run may have been. */
@ApplicationScoped
public class BillAgain {
    private static final String PLAN = """
            select plan_id, place, scheme,
                   case when months_from(from_month, $2) % period_months = 0 then period_months else 1 end as period_months,
                   coalesce(base_fen, 0) as chosen_base, coalesce(tier_percent, 0) as chosen_tier
            from plan
            where relation_id = $1 and from_month <= $2 and coalesce(until_month, $2) >= $2 and yearly_fen is null""";

    private final BusinessDay day;

    BillAgain(BusinessDay day) {
        this.day = day;
    }

    private record Due(UUID plan, Chosen chosen) {}

    /** In the caller's transaction; nothing where the month is paused, billed already, or cannot be paid. */
    public Uni<Void> now(SqlConnection transaction, UUID relation) {
        var today = day.today();
        var month = YearMonth.from(today);
        return transaction
                .preparedQuery(PLAN)
                .execute(Tuple.of(relation, month.atDay(1)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Due(row.getUUID("plan_id"), Prices.chosen(row)))
                        .findFirst())
                .chain(due -> due.map(found -> issue(transaction, found, month))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> issue(SqlConnection transaction, Due due, YearMonth month) {
        var today = day.today();
        return Optional.ofNullable(Judged.of(due.chosen(), month, today).priced())
                .map(priced -> transaction
                        .preparedQuery(IssueSql.FOR_ONE)
                        .execute(priced.addTo(Tuple.of(month.atDay(1), today, due.plan())))
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
