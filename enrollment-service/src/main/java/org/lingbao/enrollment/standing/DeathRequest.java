package org.lingbao.enrollment.standing;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;

/**
 * Records that a person died (死亡登记).
 *
 * @param diedOn the day
 * @param evidence number of the certificate; never a person's number or name
 */
record DeathRequest(
        @NotNull LocalDate diedOn,
        @NotNull @Pattern(regexp = EndingRows.EVIDENCE) String evidence) {}
