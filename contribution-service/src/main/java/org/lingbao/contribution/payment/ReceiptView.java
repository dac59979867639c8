package org.lingbao.contribution.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.contribution.PaymentChannel;

/**
 * A receipt as it is shown.
 *
 * @param outcome PAID, or SUSPENDED: the money is kept and will be looked into
 * @param reasons why it is in suspense, all of them
 * @param months the months that it paid
 * @param amount what was taken, in yuan
 * @param account the part of it in the individual account
 * @param pooled the part of it in the pooled fund
 * @param medical the part of it in the medical fund, where that is collected together
 * @param channel through which the money came
 * @param bank the bank or tax bureau that took it
 * @param terminal the bank's terminal; absent where a tax bureau took it
 * @param reference the terminal's, or the tax bureau's voucher number
 * @param paidOn the day for which it counts
 * @param reversedOn the day on which it was undone, for it was reported by mistake (冲正): it pays nothing any more
 * @param verificationCode for GET /verify/{code}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReceiptView(
        UUID receiptId,
        String receiptNumber,
        String outcome,
        List<Reason> reasons,
        UUID billId,
        List<YearMonth> months,
        String amount,
        String account,
        String pooled,
        @Nullable String medical,
        PaymentChannel channel,
        String bank,
        @Nullable String terminal,
        String reference,
        String payer,
        OffsetDateTime occurredAt,
        LocalDate paidOn,
        LocalDate bookedOn,
        @Nullable LocalDate reversedOn,
        String verificationCode) {

    /** One reason, with its words in the reader's language. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reason(String code, String detail, @Nullable String citation, String howToFix) {}
}
