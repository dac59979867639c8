package org.lingbao.enrollment.standing;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.lingbao.rules.value.Scheme;

/**
 * Our view of matching.hired.v1.
 *
 * @param employer unified social credit code (统一社会信用代码)
 * @param place where the work is, GB/T 2260
 */
record Hired(UUID hireId, UUID personId, String employer, String place, LocalDate startsOn, LocalDate decidedOn) {

    /**
     * The hire is the employment.
     *
     * @param person who it is today
     */
    EmploymentRows.Kept toEmployment(UUID person) {
        return new EmploymentRows.Kept(
                hireId,
                person,
                employer,
                place,
                startsOn,
                null,
                EmploymentRows.Origin.ENGAGEMENT,
                decidedOn,
                null,
                Set.of(Scheme.EMPLOYEE),
                false);
    }
}
