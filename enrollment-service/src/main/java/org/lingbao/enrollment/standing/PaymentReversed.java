package org.lingbao.enrollment.standing;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.lingbao.rules.value.Scheme;

/** Our view of contribution.payment-reversed.v1. */
record PaymentReversed(UUID personId, Scheme scheme, List<YearMonth> months) {}
