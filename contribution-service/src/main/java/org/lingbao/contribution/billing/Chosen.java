package org.lingbao.contribution.billing;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.contribution.Choice;
import org.lingbao.rules.contribution.Period;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/**
 * A choice that any number of plans made: what the rules are asked once for all of them.
 *
 * @param base the chosen base, or null
 * @param tierPercent the chosen tier, or null
 */
public record Chosen(
        Place place,
        Scheme scheme,
        Period period,
        @Nullable Money base,
        @Nullable Integer tierPercent) {

    /** The question to the rules. */
    public Choice from(YearMonth month) {
        return new Choice(place, scheme, month, period, base, tierPercent);
    }

    /** The base as the statements compare it: 0 where there is none. */
    long baseFen() {
        return base == null ? 0 : base.fen();
    }

    /** The tier as the statements compare it: 0 where there is none. */
    int tier() {
        return tierPercent == null ? 0 : tierPercent;
    }
}
