package org.lingbao.contribution.suspense;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Money;

/**
 * An order to give money back (退款指令), to the bank or tax bureau that took it.
 *
 * @param receiptNumber of the money
 * @param reference the number under which the bank or bureau reported it
 * @param amount in yuan
 * @param executedOn the day on which it said that it had given it back; absent: it has not
 * @param serial its own number of that
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RefundView(
        UUID refundId,
        String receiptNumber,
        String reference,
        String amount,
        LocalDate orderedOn,
        @Nullable LocalDate executedOn,
        @Nullable String serial) {

    /** What {@link #read} reads of refund {@code f} and its receipt {@code r}. */
    static final String COLUMNS =
            "f.refund_id, r.receipt_number, r.reference, f.amount_fen, f.ordered_on, f.executed_on, f.serial";

    /**
     * A page, the oldest first.
     *
     * @param next for the query parameter {@code after} of the next page; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<RefundView> refunds, @Nullable UUID next) {
        Page {
            refunds = List.copyOf(refunds);
        }
    }

    static RefundView read(Row row) {
        return new RefundView(
                row.getUUID("refund_id"),
                row.getString("receipt_number"),
                row.getString("reference"),
                new Money(row.getLong("amount_fen")).toYuan(),
                row.getLocalDate("ordered_on"),
                row.getLocalDate("executed_on"),
                row.getString("serial"));
    }
}
