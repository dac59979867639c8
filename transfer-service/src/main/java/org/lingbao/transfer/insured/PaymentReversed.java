package org.lingbao.transfer.insured;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Scheme;

/**
 * Our view of contribution.payment-reversed.v1.
 *
 * @param firstPaidOn the day on which the person first paid in the place, by what is left; null: nothing is
 */
record PaymentReversed(
        UUID personId,
        Scheme scheme,
        String place,
        @Nullable LocalDate firstPaidOn) {}
