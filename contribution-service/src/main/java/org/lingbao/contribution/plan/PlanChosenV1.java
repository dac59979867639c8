package org.lingbao.contribution.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.outbox.EventType;

/**
 * contribution.plan-chosen.v1; key: the person.
 *
 * @param replaces the plan that ends with the month before; null: there was none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanChosenV1(
        UUID planId,
        UUID personId,
        String scheme,
        String place,
        String base,
        String period,
        YearMonth from,
        @Nullable UUID replaces) {
    static final EventType TYPE = new EventType("contribution", "person", "plan-chosen", 1);
}
