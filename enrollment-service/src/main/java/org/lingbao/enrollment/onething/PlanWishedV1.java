package org.lingbao.enrollment.onething;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.outbox.EventType;

/**
 * A person who enrolls wishes to pay so; contribution decides.
 *
 * @param wishId the application for one thing, which its answer names
 * @param base in yuan a month, where the place bills by base
 * @param tierPercent the tier, where it bills by tier
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanWishedV1(
        UUID wishId,
        UUID personId,
        UUID relationId,
        String scheme,
        String place,
        @Nullable String base,
        @Nullable Integer tierPercent,
        String period,
        YearMonth from,
        LocalDate wishedOn) {
    static final EventType TYPE = new EventType("enrollment", "person", "plan-wished", 1);
}
