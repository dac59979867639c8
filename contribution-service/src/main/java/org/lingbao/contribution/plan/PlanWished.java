package org.lingbao.contribution.plan;

import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.contribution.Period;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Scheme;

/**
 * Our view of enrollment.plan-wished.v1.
 *
 * @param base in yuan a month, where the place bills by base
 * @param tierPercent the tier, where it bills by tier
 */
record PlanWished(
        UUID wishId,
        UUID personId,
        Scheme scheme,
        @Nullable String base,
        @Nullable Integer tierPercent,
        Period period,
        YearMonth from) {

    PlanRequest.Wish toWish() {
        return new PlanRequest.Wish(
                personId, scheme, base == null ? null : Money.yuan(base), tierPercent, period, from);
    }
}
