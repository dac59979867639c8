package org.lingbao.enrollment.standing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.trace.Trace;

/**
 * An employment as its employer sees it: nothing of the person.
 *
 * @param employmentId also the id of the relation, by which its months are paid
 * @param place where the work is, GB/T 2260
 * @param startsOn the first day
 * @param endedOn the last day; absent while it goes on
 * @param from the first month that the employer pays; absent where there is none, or none yet
 * @param to the last one; absent while it goes on
 * @param withdrawnOn the day on which the employer took it back; absent: it is one
 * @param schemes in which the employer insures the person; {@code from} and {@code to} are of EMPLOYEE where it is among them
 * @param partTime whether the person works by the hour
 * @param trace how the months follow from the days; absent where it was taken back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EmploymentView(
        UUID employmentId,
        String place,
        LocalDate startsOn,
        @Nullable LocalDate endedOn,
        @Nullable YearMonth from,
        @Nullable YearMonth to,
        @Nullable LocalDate withdrawnOn,
        List<String> schemes,
        boolean partTime,
        @Nullable Trace trace) {}
