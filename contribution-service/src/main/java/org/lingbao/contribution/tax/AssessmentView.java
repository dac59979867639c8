package org.lingbao.contribution.tax;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/**
 * A bill as it is handed over to the tax bureau (核定应缴). Nobody's name: the person is an opaque id.
 *
 * @param assessmentNumber under which it was handed over, once (核定单号)
 * @param billId for the collection result
 * @param months the months covered
 * @param amount for all months, in yuan
 * @param payableUntil the last day
 * @param assessedOn the business day of the handing over
 */
record AssessmentView(
        String assessmentNumber,
        UUID billId,
        UUID personId,
        String scheme,
        String place,
        List<YearMonth> months,
        String amount,
        LocalDate payableUntil,
        LocalDate assessedOn) {

    /**
     * A page of them, in the order of their numbers.
     *
     * @param next for the query parameter {@code after} of the next page, now or later
     * @param more whether there is a next page now
     */
    record Page(List<AssessmentView> assessments, String next, boolean more) {}
}
