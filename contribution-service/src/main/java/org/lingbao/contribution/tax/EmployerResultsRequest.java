package org.lingbao.contribution.tax;

import static java.util.Objects.requireNonNull;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.wire.Id;
import org.lingbao.asking.wire.Month;
import org.lingbao.asking.wire.Timestamp;
import org.lingbao.asking.wire.Yuan;
import org.lingbao.contribution.payment.BookEmployerMonths.Line;
import org.lingbao.rules.value.Money;

/**
 * A tax bureau's report of what it collected from employers (单位征缴结果).
 *
 * @param batchNumber the bureau's own number of the report; sent again with every retry
 * @param results at most a thousand
 */
record EmployerResultsRequest(
        @NotNull @Pattern(regexp = ReportedBatch.NUMBER) @Nullable
        String batchNumber,

        @NotNull @Size(min = 1, max = ReportedBatch.MOST) @Nullable
        List<@NotNull @Valid Result> results) {

    /**
     * One month of one employee.
     *
     * @param voucherNumber 税票号码, unique within the bureau for ever
     * @param employmentId the employment
     * @param month the month that is paid
     * @param base the employee's base (缴费工资), in yuan
     * @param personal the employee's part, in yuan
     * @param employer the employer's part, in yuan
     * @param collectedAt when it was collected
     */
    record Result(
            @NotNull @Pattern(regexp = ReportedBatch.NUMBER) @Nullable
            String voucherNumber,

            @NotNull @Id @Nullable String employmentId,
            @NotNull @Month @Nullable String month,
            @NotNull @Yuan @Nullable String base,
            @NotNull @Yuan @Nullable String personal,
            @NotNull @Yuan @Nullable String employer,
            @NotNull @Timestamp @Nullable String collectedAt) {

        String number() {
            return requireNonNull(voucherNumber);
        }

        Line toLine(ByteBuffer hash) {
            return new Line(
                    number(),
                    hash,
                    UUID.fromString(requireNonNull(employmentId)),
                    YearMonth.parse(requireNonNull(month)),
                    Money.yuan(requireNonNull(base)),
                    Money.yuan(requireNonNull(personal)),
                    Money.yuan(requireNonNull(employer)),
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

    List<Line> toLines(Function<Result, ByteBuffer> hash) {
        return requireNonNull(results).stream()
                .map(result -> result.toLine(hash.apply(result)))
                .toList();
    }
}
