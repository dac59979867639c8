package org.lingbao.enrollment.standing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.lingbao.platform.outbox.EventType;
import org.lingbao.rules.value.Scheme;

/**
 * A relation has ended (参保关系终止).
 *
 * @param place of enrollment, GB/T 2260
 * @param from the first month, as it is reckoned now
 * @param to the last month; the one before {@code from} where no month is left of it
 */
record RelationClosedV1(
        UUID relationId,
        UUID personId,
        Scheme scheme,
        String place,
        YearMonth from,
        YearMonth to,
        Because because,
        LocalDate closedOn) {
    static final EventType TYPE = new EventType("enrollment", "person", "relation-closed", 1);

    /** Why a relation ends. */
    enum Because {
        /** Its rights are in another province. */
        TRANSFERRED_OUT,
        /** An employer pays from the next month on. */
        HIRED,
        /** The employment has ended. */
        LEFT,
        /** Its months turned out to be others'. */
        OVERTAKEN,
        /** The person died. */
        DECEASED,
        /** The person draws the pension. */
        RETIRED,
        /** It was given up. */
        TERMINATED,
        /** A resident's: it is suspended while the person is in the employees' scheme, and kept for bridging. */
        BRIDGED
    }
}
