package org.lingbao.enrollment.standing;

import static java.util.Objects.requireNonNull;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.wire.OneOf;
import org.lingbao.enrollment.standing.domain.DeathWithdrawal;

/**
 * Withdraws the record of a death (撤销死亡登记).
 *
 * @param diedOn the day that is on record
 * @param because why it is wrong
 * @param evidence number of the document that shows it; never a person's number or name
 */
record DeathWithdrawalRequest(
        @NotNull LocalDate diedOn,
        @NotNull @OneOf(DeathWithdrawal.Why.class) @Nullable String because,
        @NotNull @Pattern(regexp = EndingRows.EVIDENCE) String evidence) {

    DeathWithdrawal.Claim claim() {
        return new DeathWithdrawal.Claim(
                diedOn, DeathWithdrawal.Why.valueOf(requireNonNull(because)), new DeathWithdrawal.Document(evidence));
    }
}
