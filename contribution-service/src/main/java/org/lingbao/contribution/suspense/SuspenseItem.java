package org.lingbao.contribution.suspense;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Money;

/**
 * Money in suspense on the work list. Whom it concerns and what to do about each reason is on its receipt.
 *
 * @param takenBy the bank or tax bureau that took it
 * @param reference its own number of the payment
 * @param amount in yuan
 * @param reasons why it paid nothing, all of them; none where it had paid and was undone (冲正)
 * @param bookedOn when it came, or was undone
 * @param ageDays since when it waits
 * @param state OPEN, ORDERED or REFUNDED
 * @param refundId the order to give it back; absent while there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SuspenseItem(
        UUID receiptId,
        String receiptNumber,
        String takenBy,
        String reference,
        String amount,
        List<String> reasons,
        LocalDate bookedOn,
        long ageDays,
        SuspenseState state,
        @Nullable UUID refundId) {

    SuspenseItem {
        reasons = List.copyOf(reasons);
    }

    /**
     * A page, the oldest first.
     *
     * @param next for the query parameter {@code after} of the next page; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<SuspenseItem> items, @Nullable UUID next) {
        Page {
            items = List.copyOf(items);
        }
    }

    static SuspenseItem read(Row row, LocalDate today) {
        var booked = row.getLocalDate("booked_on");
        return new SuspenseItem(
                row.getUUID("receipt_id"),
                row.getString("receipt_number"),
                row.getString("bank"),
                row.getString("reference"),
                new Money(row.getLong("amount_fen")).toYuan(),
                List.of(row.getArrayOfStrings("reasons")),
                booked,
                ChronoUnit.DAYS.between(booked, today),
                SuspenseState.valueOf(row.getString("state")),
                row.getUUID("refund_id"));
    }
}
