package org.lingbao.enrollment.standing;

import java.time.LocalDate;
import java.util.UUID;
import org.lingbao.platform.outbox.EventType;

/**
 * A person's employment has ended (离职).
 *
 * @param employer unified social credit code (统一社会信用代码)
 * @param place where the work is, GB/T 2260
 * @param endedOn the last day
 */
record EmploymentEndedV1(
        UUID employmentId,
        UUID personId,
        String employer,
        String place,
        LocalDate startsOn,
        LocalDate endedOn,
        LocalDate decidedOn) {
    static final EventType TYPE = new EventType("enrollment", "person", "employment-ended", 1);

    static EmploymentEndedV1 of(EmploymentRows.Kept employment, LocalDate endedOn, LocalDate today) {
        return new EmploymentEndedV1(
                employment.id(),
                employment.person(),
                employment.employer(),
                employment.place(),
                employment.startsOn(),
                endedOn,
                today);
    }
}
