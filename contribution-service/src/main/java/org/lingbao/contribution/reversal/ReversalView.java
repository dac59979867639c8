package org.lingbao.contribution.reversal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Money;

/**
 * A payment that was undone (冲正).
 *
 * @param receiptNumber of the payment
 * @param amount in yuan; unless none was taken it is in suspense, to be given back by a refund of the same receipt
 * @param billId what it had paid; it is closed
 * @param billedAgain the bill of the same months in its place; absent: the person is not to pay them any more
 * @param interestYears years whose interest was credited with this money in the account: it is reckoned anew, by the difference, when
 *     it is ordered for them again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReversalView(
        String receiptNumber,
        ReversalReason reason,
        String amount,
        UUID billId,
        @Nullable UUID billedAgain,
        LocalDate reversedOn,
        List<Integer> interestYears) {
    ReversalView {
        interestYears = List.copyOf(interestYears);
    }

    /** From the columns of {@link ReversalSql#FIND}. */
    static ReversalView read(Row row) {
        return new ReversalView(
                row.getString("receipt_number"),
                ReversalReason.valueOf(row.getString("reason")),
                new Money(row.getLong("amount_fen")).toYuan(),
                row.getUUID("bill_id"),
                row.getUUID("billed_again"),
                row.getLocalDate("reversed_on"),
                List.of(row.getArrayOfIntegers("interest_years")));
    }
}
