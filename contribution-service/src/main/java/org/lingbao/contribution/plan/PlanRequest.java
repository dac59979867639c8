package org.lingbao.contribution.plan;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.wire.Id;
import org.lingbao.asking.wire.Month;
import org.lingbao.asking.wire.OneOf;
import org.lingbao.asking.wire.Yuan;
import org.lingbao.rules.contribution.Period;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Scheme;

/**
 * What a person wants to pay.
 *
 * @param base the monthly base in yuan, where the place bills by base
 * @param tierPercent the tier, where the place bills by tier
 * @param period how many months are paid at a time
 * @param from the first month
 */
record PlanRequest(
        @NotNull @Id @Nullable String personId,
        @NotNull @OneOf(Scheme.class) @Nullable String scheme,
        @Yuan @Nullable String base,
        @Min(1) @Max(1000) @Nullable Integer tierPercent,
        @NotNull @OneOf(Period.class) @Nullable String period,
        @NotNull @Month @Nullable String from) {

    /** Neither may be missing by the rules of a place; both at once mean nothing anywhere. */
    @JsonIgnore
    @AssertFalse(message = "a base or a tier, not both")
    boolean isBaseAndTier() {
        return base != null && tierPercent != null;
    }

    Wish toWish() {
        return new Wish(
                UUID.fromString(requireNonNull(personId)),
                Scheme.valueOf(requireNonNull(scheme)),
                base == null ? null : Money.yuan(base),
                tierPercent,
                Period.valueOf(requireNonNull(period)),
                YearMonth.parse(requireNonNull(from)));
    }

    /** The request, read. */
    record Wish(
            UUID person,
            Scheme scheme,
            @Nullable Money base,
            @Nullable Integer tierPercent,
            Period period,
            YearMonth from) {}
}
