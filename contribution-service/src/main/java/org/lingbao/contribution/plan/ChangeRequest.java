package org.lingbao.contribution.plan;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.wire.Month;
import org.lingbao.asking.wire.OneOf;
import org.lingbao.asking.wire.Yuan;
import org.lingbao.rules.contribution.Period;
import org.lingbao.rules.value.Money;

/**
 * What a person wants to pay instead, all of it: what is to stay as it is is said again.
 *
 * @param base the monthly base in yuan, where the place bills by base
 * @param tierPercent the tier, where the place bills by tier
 * @param period how many months are paid at a time
 * @param from the first month that is paid so
 */
record ChangeRequest(
        @Yuan @Nullable String base,
        @Min(1) @Max(1000) @Nullable Integer tierPercent,
        @NotNull @OneOf(Period.class) @Nullable String period,
        @NotNull @Month @Nullable String from) {

    @JsonIgnore
    @AssertFalse(message = "a base or a tier, not both")
    boolean isBaseAndTier() {
        return base != null && tierPercent != null;
    }

    YearMonth first() {
        return YearMonth.parse(requireNonNull(from));
    }

    PlanRequest.Wish toWish(Plan plan) {
        return new PlanRequest.Wish(
                plan.person(),
                plan.scheme(),
                base == null ? null : Money.yuan(base),
                tierPercent,
                Period.valueOf(requireNonNull(period)),
                first());
    }
}
