package org.lingbao.enrollment.standing;

import static java.util.Objects.requireNonNull;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.wire.Month;
import org.lingbao.asking.wire.OneOf;
import org.lingbao.rules.value.Scheme;

/**
 * Records that a person draws the pension of a scheme (领取待遇).
 *
 * @param fromMonth the first month of the pension
 * @param evidence number of the decision; never a person's number or name
 */
record RetirementRequest(
        @NotNull @OneOf(Pension.class) @Nullable String scheme,
        @NotNull @Month @Nullable String fromMonth,
        @NotNull @Pattern(regexp = EndingRows.EVIDENCE) String evidence) {

    /** The schemes that pay a pension. */
    enum Pension {
        EMPLOYEE,
        RESIDENT
    }

    Scheme pension() {
        return Scheme.valueOf(requireNonNull(scheme));
    }

    YearMonth from() {
        return YearMonth.parse(requireNonNull(fromMonth));
    }
}
