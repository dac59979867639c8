package org.lingbao.contribution.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Money;

/**
 * What the bank is to pay to another province's agency (付款指令).
 *
 * @param settlementReference to be named with the money (附言)
 * @param kind TRANSFER: the money of a transfer; RETURN: money that arrived for one that ended
 * @param payee the province whose agency gets it, GB/T 2260
 * @param payeeAccount its bank and account number, as its contact letter says; absent for a RETURN, which goes back to
 *     the account from which it came
 * @param executedOn when the bank said that it had paid
 * @param cancelledOn no longer to be paid
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PaymentOrderView(
        UUID orderId,
        String settlementReference,
        String kind,
        String payee,
        @Nullable String payeeAccount,
        String amount,
        LocalDate orderedOn,
        @Nullable LocalDate executedOn,
        @Nullable LocalDate cancelledOn) {

    static final String COLUMNS =
            "order_id, reference, kind, payee, payee_account, amount_fen, ordered_on, executed_on, cancelled_on";

    /**
     * A page of them, the oldest first.
     *
     * @param next for the query parameter {@code after} of the next page; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<PaymentOrderView> orders, @Nullable UUID next) {}

    static PaymentOrderView read(Row row) {
        return new PaymentOrderView(
                row.getUUID("order_id"),
                row.getString("reference"),
                row.getString("kind"),
                row.getString("payee"),
                row.getString("payee_account"),
                new Money(row.getLong("amount_fen")).toYuan(),
                row.getLocalDate("ordered_on"),
                row.getLocalDate("executed_on"),
                row.getLocalDate("cancelled_on"));
    }
}
