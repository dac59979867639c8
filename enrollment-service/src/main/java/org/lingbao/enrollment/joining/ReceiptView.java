package org.lingbao.enrollment.joining;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Scheme;

/**
 * What the receipt of an enrollment (参保受理回执) says, for whoever was shown the paper.
 *
 * @param document kind of the paper
 * @param holder masked name
 * @param from first month of the relation
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReceiptView(
        String document,
        String receiptNumber,
        String holder,
        Scheme scheme,
        String place,
        @Nullable String placeName,
        @Nullable YearMonth from,
        LocalDate decidedOn) {}
