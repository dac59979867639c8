package org.lingbao.contribution.transfer;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.day.BusinessDay;

/** A bank's payment orders (付款指令): nobody's data, for an order names no person. */
@ApplicationScoped
class PaymentOrders {
    /** How many a page shows at most, and unless less are asked for. */
    static final int PAGE = 100;

    private static final String OPEN = "select " + PaymentOrderView.COLUMNS + """
             from payment_order
            where bank = $1 and executed_on is null and cancelled_on is null
              and (cast($2 as uuid) is null or order_id > $2)
            order by order_id limit $3""";

    /** That a bank has paid is a fact, whatever became of the order meanwhile. */
    private static final String EXECUTED = """
            update payment_order set executed_on = coalesce(executed_on, $3) where order_id = $1 and bank = $2
            returning """ + " " + PaymentOrderView.COLUMNS;

    private final Pool pool;
    private final BusinessDay day;

    PaymentOrders(Pool pool, BusinessDay day) {
        this.pool = pool;
        this.day = day;
    }

    /** @param after the last order of the page before; null: from the beginning */
    Uni<PaymentOrderView.Page> open(String bank, @Nullable UUID after, int most) {
        return pool.preparedQuery(OPEN).execute(Tuple.of(bank, after, most + 1)).map(rows -> page(rows, most));
    }

    /** Notes that the bank has paid; empty: there is no such order of this bank. */
    Uni<Optional<PaymentOrderView>> executed(String bank, UUID order) {
        return pool.preparedQuery(EXECUTED)
                .execute(Tuple.of(order, bank, day.today()))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(PaymentOrderView.read(rows.iterator().next())));
    }

    private static PaymentOrderView.Page page(RowSet<Row> rows, int most) {
        var orders = StreamSupport.stream(rows.spliterator(), false)
                .limit(most)
                .map(PaymentOrderView::read)
                .toList();
        return new PaymentOrderView.Page(
                orders, rows.size() > most ? orders.getLast().orderId() : null);
    }
}
