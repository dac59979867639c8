package org.lingbao.enrollment.standing;

import java.time.LocalDate;
import java.util.UUID;
import org.lingbao.platform.outbox.EventType;

/**
 * A person's employment has begun (入职).
 *
 * @param employer unified social credit code (统一社会信用代码)
 * @param place where the work is, GB/T 2260
 * @param startsOn the first day
 */
record EmploymentStartedV1(
        UUID employmentId, UUID personId, String employer, String place, LocalDate startsOn, LocalDate decidedOn) {
    static final EventType TYPE = new EventType("enrollment", "person", "employment-started", 1);

    static EmploymentStartedV1 of(EmploymentRows.Kept employment) {
        return new EmploymentStartedV1(
                employment.id(),
                employment.person(),
                employment.employer(),
                employment.place(),
                employment.startsOn(),
                employment.decidedOn());
    }
}
