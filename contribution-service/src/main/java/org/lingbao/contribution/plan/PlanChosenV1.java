package org.lingbao.contribution.plan;

import java.time.YearMonth;
import java.util.UUID;
import org.lingbao.platform.outbox.EventType;

/** contribution.plan-chosen.v1; key: the person. */
record PlanChosenV1(
        UUID planId, UUID personId, String scheme, String place, String base, String period, YearMonth from) {
    static final EventType TYPE = new EventType("contribution", "person", "plan-chosen", 1);
}
