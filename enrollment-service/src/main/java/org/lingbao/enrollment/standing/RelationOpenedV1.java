package org.lingbao.enrollment.standing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.standing.domain.Relation;
import org.lingbao.platform.outbox.EventType;
import org.lingbao.rules.value.Scheme;

/**
 * A person is enrolled in a scheme at a place.
 *
 * @param place of enrollment, GB/T 2260
 * @param from the first month that may be paid
 * @param to the last one, where it has ended when it becomes known; else null
 * @param lastPayableMonth the month of the statutory retirement age; null where the scheme sets none
 * @param channel through which the application came; null where it follows from another fact
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RelationOpenedV1(
        UUID relationId,
        UUID personId,
        Scheme scheme,
        String place,
        String standing,
        YearMonth from,
        @Nullable YearMonth to,
        @Nullable YearMonth lastPayableMonth,
        LocalDate openedOn,
        @Nullable String channel) {
    static final EventType TYPE = new EventType("enrollment", "person", "relation-opened", 1);

    static RelationOpenedV1 of(Relation relation) {
        return new RelationOpenedV1(
                relation.id().value(),
                relation.personId().value(),
                relation.scheme(),
                relation.place().code(),
                RelationRow.Payer.of(relation.standing()).name(),
                relation.standing().months().from(),
                relation.standing().months().to(),
                relation.standing().lastPayable(),
                relation.openedOn(),
                null);
    }
}
