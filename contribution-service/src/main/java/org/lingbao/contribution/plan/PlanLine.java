package org.lingbao.contribution.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plan in a list.
 *
 * @param base the chosen base in yuan a month, where the place bills by base
 * @param tierPercent the tier, where it bills by tier
 * @param until the last month covered; absent: it goes on. The month before {@code from}: it was changed before it began
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanLine(
        UUID planId,
        UUID personId,
        String scheme,
        String place,
        @Nullable String base,
        @Nullable Integer tierPercent,
        String period,
        YearMonth from,
        @Nullable YearMonth until) {

    /** All of a person. */
    record All(List<PlanLine> plans) {
        All {
            plans = List.copyOf(plans);
        }
    }

    static PlanLine of(Plan plan) {
        var base = plan.base();
        return new PlanLine(
                plan.id(),
                plan.person(),
                plan.scheme().name(),
                plan.place().code(),
                base == null ? null : base.toYuan(),
                plan.tierPercent(),
                plan.period().name(),
                plan.from(),
                plan.until());
    }
}
