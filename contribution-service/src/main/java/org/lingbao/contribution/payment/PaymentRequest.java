package org.lingbao.contribution.payment;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.wire.Id;
import org.lingbao.asking.wire.OneOf;
import org.lingbao.asking.wire.Timestamp;
import org.lingbao.asking.wire.Yuan;
import org.lingbao.rules.value.Money;

/**
 * A bank terminal's report that it took money.
 *
 * @param sequence the terminal's own number of the payment; sent again with every retry
 * @param billId the bill that the money is for
 * @param amount in yuan
 * @param occurredAt when the terminal took it
 * @param payer INSURED (when absent) or OTHER
 */
record PaymentRequest(
        @NotNull @Min(1) @Max(9_999_999_999L) @Nullable Long sequence,
        @NotNull @Id @Nullable String billId,
        @NotNull @Yuan @Nullable String amount,
        @NotNull @Timestamp @Nullable String occurredAt,
        @OneOf(Payer.class) @Nullable String payer) {

    /** What makes the payment unique within its bank, and what its Idempotency-Key must be. */
    String reference(String terminal) {
        return terminal + "-" + requireNonNull(sequence);
    }

    Report toReport(String bank, String terminal, ByteBuffer bodyHash) {
        return new Report(
                bank,
                terminal,
                reference(terminal),
                bodyHash,
                Payer.valueOf(requireNonNullElse(payer, Payer.INSURED.name())),
                UUID.fromString(requireNonNull(billId)),
                Money.yuan(requireNonNull(amount)),
                OffsetDateTime.parse(requireNonNull(occurredAt)));
    }
}
