package org.lingbao.enrollment.certification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.certification.CertificateRow.Payer;
import org.lingbao.enrollment.joining.Receipt;
import org.lingbao.enrollment.person.Holder;
import org.lingbao.enrollment.standing.PausedMonths;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/**
 * What a paper says, for whoever was shown it.
 *
 * @param receiptNumber of a receipt
 * @param holder masked name
 * @param payer who pays, as a certificate says
 * @param from first month of the relation
 * @param to its last month, where it had ended when it was certified
 * @param paused which months of the relation nobody pays (中断缴费), as a certificate says
 * @param decidedOn day of the receipt
 * @param issuedOn day of the certificate
 * @param holds whether the relation is today what the certificate says; a receipt tells of its day, and is not asked
 * @param on today, where it is told whether it holds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VerifiedView(
        PaperKind document,
        @Nullable String receiptNumber,
        String holder,
        Scheme scheme,
        String place,
        @Nullable String placeName,
        @Nullable Payer payer,
        YearMonth from,
        @Nullable YearMonth to,
        @Nullable List<PausedMonths> paused,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate issuedOn,
        @Nullable Boolean holds,
        @Nullable LocalDate on) {

    /** What kind of paper it is. */
    enum PaperKind {
        ENROLLMENT_RECEIPT,
        ENROLLMENT_CERTIFICATE
    }

    static VerifiedView of(Receipt receipt, Holder holder) {
        return new VerifiedView(
                PaperKind.ENROLLMENT_RECEIPT,
                receipt.number(),
                holder.name().masked(),
                receipt.scheme(),
                receipt.place().code(),
                receipt.place().name().orElse(null),
                null,
                receipt.from(),
                null,
                null,
                receipt.decidedOn(),
                null,
                null,
                null);
    }

    static VerifiedView of(CertificateRow row, Holder holder, boolean holds, LocalDate on) {
        return new VerifiedView(
                PaperKind.ENROLLMENT_CERTIFICATE,
                null,
                holder.name().masked(),
                row.scheme,
                row.place,
                new Place(row.place).name().orElse(null),
                row.payer,
                YearMonth.from(row.fromMonth),
                row.toMonth == null ? null : YearMonth.from(row.toMonth),
                PausedMonths.of(row.pausedMonths()),
                null,
                row.issuedOn,
                holds,
                on);
    }
}
