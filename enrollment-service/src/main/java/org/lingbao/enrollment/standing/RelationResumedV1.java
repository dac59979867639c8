package org.lingbao.enrollment.standing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.outbox.EventType;
import org.lingbao.rules.value.Scheme;

/**
 * Months of a relation that were paused are paid again (恢复缴费).
 *
 * @param place of enrollment, GB/T 2260
 * @param paused all months of it that are still paused, as they are reckoned now
 * @param channel through which it was asked for; null where it follows from another fact
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RelationResumedV1(
        UUID relationId,
        UUID personId,
        Scheme scheme,
        String place,
        List<PausedMonths> paused,
        LocalDate resumedOn,
        @Nullable String channel) {
    static final EventType TYPE = new EventType("enrollment", "person", "relation-resumed", 1);
}
