package org.lingbao.enrollment.standing;

import java.time.LocalDate;
import java.util.UUID;
import org.lingbao.platform.outbox.EventType;

/**
 * An employment was declared by mistake, and never was (撤销用工登记).
 *
 * @param employer unified social credit code (统一社会信用代码)
 */
record EmploymentWithdrawnV1(UUID employmentId, UUID personId, String employer, LocalDate withdrawnOn) {
    static final EventType TYPE = new EventType("enrollment", "person", "employment-withdrawn", 1);
}
