package org.lingbao.enrollment.onething;

import java.time.YearMonth;
import java.util.UUID;
import org.lingbao.rules.value.Scheme;

/** Our view of contribution.plan-chosen.v1. */
record PlanChosen(UUID planId, UUID personId, Scheme scheme, YearMonth from) {}
