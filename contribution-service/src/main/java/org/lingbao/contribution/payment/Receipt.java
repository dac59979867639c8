package org.lingbao.contribution.payment;

import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.contribution.PaymentChannel;
import org.lingbao.rules.value.Money;

/**
 * A receipt (收据): what became of money that a bank or a tax bureau took.
 *
 * @param bank the bank, or the tax bureau
 * @param terminal none of a tax bureau
 * @param reference the terminal's, or the bureau's voucher number (税票号码)
 * @param person whose bill it is for; null where there is no such bill
 * @param months the months that it paid; none when it is in suspense
 * @param billAmount what the bill asks; null where there is no such bill
 * @param paidOn the day for which it counts
 * @param bookedOn the business day of the booking
 * @param reversedOn the business day on which it was undone; null: it was not
 */
record Receipt(
        UUID id,
        String number,
        String verificationCode,
        PaymentChannel channel,
        String bank,
        @Nullable String terminal,
        String reference,
        Payer payer,
        UUID bill,
        @Nullable UUID person,
        @Nullable Money billAmount,
        List<YearMonth> months,
        Money amount,
        Money account,
        Money pooled,
        Money medical,
        List<SuspenseReason> reasons,
        OffsetDateTime occurredAt,
        LocalDate paidOn,
        LocalDate bookedOn,
        @Nullable LocalDate reversedOn) {

    Receipt {
        months = List.copyOf(months);
        reasons = List.copyOf(reasons);
    }

    /** The columns of receipt {@code r} and its bill {@code b}, for {@link #read}. */
    static final String COLUMNS = """
            r.receipt_id, r.receipt_number, r.verification_code, r.channel, r.bank, r.terminal, r.reference, r.payer, r.bill_id,
            r.person_id, r.amount_fen, r.account_fen, r.pooled_fen, r.medical_fen, r.reasons, r.occurred_at, r.paid_on, r.booked_on,
            b.amount_fen as bill_amount_fen, coalesce(b.first_month, b.adjusts_from) as first_month, b.months""";

    /** One more: whether it was undone since. */
    static final String REVERSED =
            ", (select v.reversed_on from reversal v where v.receipt_id = r.receipt_id) as reversed_on";

    /** One more of what is booked now. */
    static final String NOT_REVERSED = ", cast(null as date) as reversed_on";

    boolean isPaid() {
        return reasons.isEmpty();
    }

    static Receipt read(Row row) {
        var reasons = Arrays.stream(row.getArrayOfStrings("reasons"))
                .map(SuspenseReason::valueOf)
                .toList();
        var billAmount = row.getLong("bill_amount_fen");
        return new Receipt(
                row.getUUID("receipt_id"),
                row.getString("receipt_number"),
                row.getString("verification_code"),
                PaymentChannel.valueOf(row.getString("channel")),
                row.getString("bank"),
                row.getString("terminal"),
                row.getString("reference"),
                Payer.valueOf(row.getString("payer")),
                row.getUUID("bill_id"),
                row.getUUID("person_id"),
                billAmount == null ? null : new Money(billAmount),
                reasons.isEmpty() ? months(row) : List.of(),
                new Money(row.getLong("amount_fen")),
                new Money(row.getLong("account_fen")),
                new Money(row.getLong("pooled_fen")),
                new Money(row.getLong("medical_fen")),
                reasons,
                row.getOffsetDateTime("occurred_at"),
                row.getLocalDate("paid_on"),
                row.getLocalDate("booked_on"),
                row.getLocalDate("reversed_on"));
    }

    private static List<YearMonth> months(Row row) {
        var first = YearMonth.from(row.getLocalDate("first_month"));
        return Stream.iterate(first, month -> month.plusMonths(1))
                .limit(row.getInteger("months"))
                .toList();
    }
}
