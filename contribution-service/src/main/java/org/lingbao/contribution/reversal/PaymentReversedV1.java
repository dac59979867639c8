package org.lingbao.contribution.reversal;

import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.outbox.EventType;

/**
 * contribution.payment-reversed.v1
 *
 * @param firstPaidOn the day on which the person first paid in the place, by what is left; null: nothing is
 */
record PaymentReversedV1(
        UUID personId,
        String scheme,
        String place,
        List<YearMonth> months,
        UUID receiptId,
        LocalDate reversedOn,
        @Nullable LocalDate firstPaidOn) {
    /** Key: the person. */
    static final EventType TYPE = new EventType("contribution", "person", "payment-reversed", 1);

    /** From the columns of {@link ReversalSql#TOLD}. */
    static PaymentReversedV1 read(Row row) {
        return new PaymentReversedV1(
                row.getUUID("person_id"),
                row.getString("scheme"),
                row.getString("place"),
                Stream.iterate(YearMonth.from(row.getLocalDate("first_month")), month -> month.plusMonths(1))
                        .limit(row.getInteger("months"))
                        .toList(),
                row.getUUID("receipt_id"),
                row.getLocalDate("reversed_on"),
                row.getLocalDate("first_paid_on"));
    }
}
