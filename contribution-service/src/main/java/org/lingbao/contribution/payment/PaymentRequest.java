package org.lingbao.contribution.payment;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
 * @param payerReference what the bank calls another payer, the same for the same payer; optional
 */
@PayerTold
record PaymentRequest(
        @NotNull @Min(1) @Max(9_999_999_999L) @Nullable Long sequence,
        @NotNull @Id @Nullable String billId,
        @NotNull @Yuan @Nullable String amount,
        @NotNull @Timestamp @Nullable String occurredAt,
        @OneOf(Payer.class) @Nullable String payer,

        @Pattern(regexp = "[A-Za-z0-9-]{8,64}", message = "8 to 64 letters, digits and \"-\"")
        @JsonInclude(JsonInclude.Include.NON_NULL) // a report of earlier without it stays the same report
        @Nullable
        String payerReference) {

    /** What makes the payment unique within its bank, and what its Idempotency-Key must be. */
    String reference(String terminal) {
        return terminal + "-" + requireNonNull(sequence);
    }

    Report toReport(String bank, String terminal, ByteBuffer bodyHash, @Nullable ByteBuffer payerIndex) {
        return new Report(
                bank,
                terminal,
                reference(terminal),
                bodyHash,
                Payer.valueOf(requireNonNullElse(payer, Payer.INSURED.name())),
                payerIndex,
                UUID.fromString(requireNonNull(billId)),
                Money.yuan(requireNonNull(amount)),
                OffsetDateTime.parse(requireNonNull(occurredAt)));
    }

    /** Tells nothing: a request may end up in a log. */
    @Override
    public String toString() {
        return "PaymentRequest";
    }
}
