package org.lingbao.contribution.billing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.lingbao.rules.contribution.Assessment.Assessed;
import org.lingbao.rules.value.Money;

/** Issues the first bill of a plan; a month that is billed already is left alone, so twice is once. */
@ApplicationScoped
public class IssueBills {

    /**
     * Issues the first bill of a plan in the caller's transaction.
     *
     * @param assessed what the rules say that it costs
     * @param today the business day
     * @return empty if a bill has one of the months already; fails with {@link org.lingbao.rules.data.DataNotLoaded} where
     *     the rules do not know through what the place is paid
     */
    public Uni<Optional<IssuedBill>> forPlan(
            SqlConnection transaction, UUID plan, Chosen chosen, Assessed assessed, LocalDate today) {
        var first = assessed.months().getFirst();
        var parameters = Priced.of(chosen, assessed, today).addTo(Tuple.of(first.atDay(1), today, plan));
        return transaction
                .preparedQuery(IssueSql.FOR_ONE)
                .execute(parameters)
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(read(rows.iterator().next(), first, assessed)));
    }

    private static IssuedBill read(Row row, YearMonth first, Assessed assessed) {
        var months = Stream.iterate(first, month -> month.plusMonths(1))
                .limit(row.getInteger("months"))
                .toList();
        return new IssuedBill(
                row.getUUID("bill_id"), months, new Money(row.getLong("amount_fen")), assessed.payableUntil());
    }
}
