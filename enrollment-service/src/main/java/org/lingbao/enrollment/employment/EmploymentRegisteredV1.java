package org.lingbao.enrollment.employment;

import java.time.LocalDate;
import java.util.UUID;
import org.lingbao.platform.outbox.EventType;

/**
 * A person is registered as employed in flexible work (就业登记).
 *
 * @param occupation code of the national classification
 * @param form of the work
 */
record EmploymentRegisteredV1(
        UUID registrationId,
        UUID personId,
        String occupation,
        String place,
        String form,
        String channel,
        LocalDate registeredOn) {
    static final EventType TYPE = new EventType("enrollment", "person", "employment-registered", 1);
}
