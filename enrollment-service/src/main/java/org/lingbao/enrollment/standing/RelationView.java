package org.lingbao.enrollment.standing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.standing.domain.Relation;
import org.lingbao.rules.value.Scheme;

/**
 * A relation as answered.
 *
 * @param place of enrollment, GB/T 2260
 * @param placeName its Chinese name
 * @param standing FLEXIBLE the person pays, EMPLOYED an employer
 * @param from first month
 * @param to last month; absent while it lives
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
        @Nullable YearMonth lastPayableMonth,
        LocalDate openedOn) {

    static RelationView of(Relation relation) {
        return new RelationView(
                relation.id().value(),
                relation.scheme(),
                relation.place().code(),
                relation.place().name().orElse(null),
                RelationRow.Payer.of(relation.standing()).name(),
                relation.standing().months().from(),
                relation.standing().months().to(),
                relation.standing().lastPayable(),
                relation.openedOn());
    }
}
