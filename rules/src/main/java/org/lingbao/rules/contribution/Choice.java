package org.lingbao.rules.contribution;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/**
 * What a person chose to pay.
 *
 * @param month the first month covered
 * @param base the monthly contribution base (缴费基数), where bases are chosen freely
 * @param tierPercent the tier (缴费档次) in percent of the reference wage, where the province offers tiers
 * @throws IllegalArgumentException for a negative base, or a base and a tier at once
 */
public record Choice(
        Place place,
        Scheme scheme,
        YearMonth month,
        Period period,
        @Nullable Money base,
        @Nullable Integer tierPercent) {
    public Choice {
        if (base != null && tierPercent != null) {
            throw new IllegalArgumentException("a base or a tier, not both");
        }
        if (base != null && base.isNegative()) {
            throw new IllegalArgumentException("negative base: " + base);
        }
    }
}
