package org.lingbao.enrollment.standing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.standing.domain.Stretch;
import org.lingbao.rules.value.Scheme;

/**
 * A relation as answered.
 *
 * @param place of enrollment, GB/T 2260
 * @param placeName its Chinese name
 * @param standing FLEXIBLE the person pays, EMPLOYED an employer
 * @param from first month
 * @param to last month; absent while it lives
 * @param endedBecause why it ended; absent while it lives
 * @param bridgedBy of a resident's relation that is kept for bridging (待衔接): the employees' one for which it is suspended
 * @param lastPayableMonth month of the statutory retirement age, where the scheme sets it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RelationView(
        UUID relationId,
        Scheme scheme,
        String place,
        @Nullable String placeName,
        String standing,
        YearMonth from,
        @Nullable YearMonth to,
        Stretch.@Nullable End endedBecause,
        @Nullable UUID bridgedBy,
        @Nullable YearMonth lastPayableMonth,
        LocalDate openedOn) {

    static RelationView of(RelationRow row) {
        var relation = row.toRelation();
        return new RelationView(
                relation.id().value(),
                relation.scheme(),
                relation.place().code(),
                relation.place().name().orElse(null),
                RelationRow.Payer.of(relation.standing()).name(),
                relation.standing().months().from(),
                relation.standing().months().to(),
                row.closedBecause,
                row.bridgedBy,
                relation.standing().lastPayable(),
                relation.openedOn());
    }
}
