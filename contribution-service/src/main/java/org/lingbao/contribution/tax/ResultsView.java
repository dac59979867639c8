package org.lingbao.contribution.tax;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lingbao.contribution.payment.BookCollections.Booked;

/**
 * What became of a batch, row by row in its order.
 *
 * @param paid how many paid their bill
 * @param suspended how many are in suspense
 * @param refused how many were not booked
 */
record ResultsView(String batchNumber, long paid, long suspended, long refused, List<Row> results) {
    private static final String REUSED = "VOUCHER_REUSED";

    /** PAID its bill; SUSPENDED: kept, and will be looked into; REFUSED: its number is another voucher's, nothing was booked. */
    enum Outcome {
        PAID,
        SUSPENDED,
        REFUSED
    }

    /**
     * One voucher.
     *
     * @param reasons codes: why it is in suspense or refused, all of them
     * @param receiptNumber absent where it is refused
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            String voucherNumber,
            Outcome outcome,
            List<String> reasons,
            @Nullable String receiptNumber) {
        private static Row of(String voucher, Booked booked) {
            if (!booked.sameVoucher()) {
                return new Row(voucher, Outcome.REFUSED, List.of(REUSED), null);
            }
            return new Row(
                    voucher,
                    booked.reasons().isEmpty() ? Outcome.PAID : Outcome.SUSPENDED,
                    booked.reasons(),
                    booked.receiptNumber());
        }
    }

    /** @param vouchers their numbers, in the batch's order */
    static ResultsView of(String batchNumber, List<String> vouchers, Map<String, Booked> booked) {
        var rows = vouchers.stream()
                .map(number -> Row.of(number, Objects.requireNonNull(booked.get(number), number)))
                .toList();
        return new ResultsView(
                batchNumber,
                count(rows, Outcome.PAID),
                count(rows, Outcome.SUSPENDED),
                count(rows, Outcome.REFUSED),
                rows);
    }

    private static long count(List<Row> rows, Outcome outcome) {
        return rows.stream().filter(row -> row.outcome() == outcome).count();
    }
}
