package org.lingbao.contribution.tax;

import static java.util.Objects.requireNonNull;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.wire.Id;
import org.lingbao.asking.wire.Timestamp;
import org.lingbao.asking.wire.Yuan;
import org.lingbao.contribution.payment.BookCollections.Voucher;
import org.lingbao.rules.value.Money;

/**
 * A tax bureau's report of what it collected (征缴结果).
 *
 * @param batchNumber the bureau's own number of the report; sent again with every retry
 * @param results at most a thousand
 */
record ResultsRequest(
        @NotNull @Pattern(regexp = ReportedBatch.NUMBER) @Nullable
        String batchNumber,

        @NotNull @Size(min = 1, max = ReportedBatch.MOST) @Nullable
        List<@NotNull @Valid Result> results) {
    /**
     * One voucher.
     *
     * @param voucherNumber 税票号码, unique within the bureau for ever
     * @param billId the bill that the money is for
     * @param amount in yuan
     * @param collectedAt when it was collected
     */
    record Result(
            @NotNull @Pattern(regexp = ReportedBatch.NUMBER) @Nullable
            String voucherNumber,

            @NotNull @Id @Nullable String billId,
            @NotNull @Yuan @Nullable String amount,
            @NotNull @Timestamp @Nullable String collectedAt) {

        String number() {
            return requireNonNull(voucherNumber);
        }

        Voucher toVoucher(ByteBuffer hash) {
            return new Voucher(
                    number(),
                    hash,
                    UUID.fromString(requireNonNull(billId)),
                    Money.yuan(requireNonNull(amount)),
                    OffsetDateTime.parse(requireNonNull(collectedAt)));
        }
    }

    String number() {
        return requireNonNull(batchNumber);
    }

    /** In their order. */
    List<String> vouchers() {
        return requireNonNull(results).stream().map(Result::number).toList();
    }

    List<Voucher> toVouchers(Function<Result, ByteBuffer> hash) {
        return requireNonNull(results).stream()
                .map(result -> result.toVoucher(hash.apply(result)))
                .toList();
    }
}
