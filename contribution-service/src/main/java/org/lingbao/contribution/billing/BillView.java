package org.lingbao.contribution.billing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.contribution.attempt.InFlight;

/**
 * A bill (账单) as it is shown.
 *
 * @param status OPEN: may be paid today; PAID; CLOSED: was not paid in time, or a transfer has moved the account or
 *     brought the month, and no longer can be
 * @param kind MONTHS; ADJUSTMENT: what is missing of months that were paid before their limits were published; YEAR: a
 *     resident's year
 * @param months the months covered
 * @param base per month, in yuan
 * @param amount for all months, in yuan
 * @param payableUntil the last day
 * @param channels through which it may be paid: BANK_TERMINAL, BANK_WITHHOLDING, TAX_BUREAU
 * @param subsidy YEAR: what government adds when it is paid, in yuan
 * @param adjusts ADJUSTMENT: the bill whose months it tops up
 * @param inFlight OPEN: that a channel may be taking money for it now, so that no other should
 * @param receiptNumber of a paid one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BillView(
        UUID billId,
        UUID personId,
        String scheme,
        String place,
        String kind,
        String status,
        List<YearMonth> months,
        String base,
        String amount,
        LocalDate payableUntil,
        List<String> channels,
        @Nullable String subsidy,
        @Nullable UUID adjusts,
        @Nullable InFlight inFlight,
        @Nullable String receiptNumber) {

    /**
     * A page of bills, the latest month first.
     *
     * @param next for the query parameter {@code after} of the next page; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<BillView> bills, @Nullable String next) {}
}
