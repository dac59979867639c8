package org.lingbao.enrollment.joining;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Scheme;

/**
 * A page of a person's applications, the last one first.
 *
 * @param next where the next page begins; absent: there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EnrollmentsView(List<Brief> enrollments, @Nullable UUID next) {

    /**
     * An application in brief; all of it by its id.
     *
     * @param outcome ACCEPTED or REFUSED
     * @param relationId the relation that was opened
     * @param from the relation's first month
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Brief(
            UUID enrollmentId,
            Scheme scheme,
            String place,
            ApplicationRow.Outcome outcome,
            @Nullable UUID relationId,
            @Nullable YearMonth from,
            String channel,
            LocalDate decidedOn) {

        static Brief of(ApplicationRow row) {
            return new Brief(
                    row.id,
                    row.scheme,
                    row.place,
                    row.outcome,
                    row.relationId,
                    row.fromMonth == null ? null : YearMonth.from(row.fromMonth),
                    row.channel,
                    row.decidedOn);
        }
    }

    /** @param found one more than the page holds, where there is a next one */
    static EnrollmentsView of(List<ApplicationRow> found, int most) {
        return new EnrollmentsView(
                found.stream().limit(most).map(Brief::of).toList(),
                found.size() > most ? found.get(most - 1).id : null);
    }
}
