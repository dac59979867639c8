package org.lingbao.contribution.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.watching.Figure;
import org.lingbao.watching.Watched;

/** What can be seen of money on its way to other provinces: the payment orders that a bank has not executed. */
@ApplicationScoped
class OpenOrders implements Watched {
    private static final String OPEN = " from payment_order where executed_on is null and cancelled_on is null";

    private final BusinessDay day;

    OpenOrders(BusinessDay day) {
        this.day = day;
    }

    @Override
    public List<Figure> figures() {
        return List.of(
                Figure.of(
                        "lingbao.payment.open.orders",
                        "payment orders that no bank has executed yet",
                        "select count(*)" + OPEN),
                new Figure(
                        "lingbao.payment.oldest.order.days",
                        "for how many days the first of them has been open",
                        Map.of(),
                        () -> "select coalesce(date '" + day.today() + "' - min(ordered_on), 0)" + OPEN));
    }
}
