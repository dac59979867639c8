package org.lingbao.enrollment.standing;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * An employer's declaration that somebody left (停保减员).
 *
 * @param endedOn the last day
 */
record LeaveRequest(@NotNull LocalDate endedOn) {}
