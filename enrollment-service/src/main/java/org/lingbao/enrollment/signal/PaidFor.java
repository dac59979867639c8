package org.lingbao.enrollment.signal;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Our view of contribution.month-paid.v1 and year-paid.v1.
 *
 * @param payer keyed hash of another who brought the money; absent: the person did, or it is not told
 */
record PaidFor(UUID personId, LocalDate paidOn, @Nullable String payer) {}
