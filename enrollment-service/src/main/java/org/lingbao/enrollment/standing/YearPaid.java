package org.lingbao.enrollment.standing;

import java.time.Year;
import java.util.UUID;
import org.lingbao.rules.value.Scheme;

/** Our view of contribution.year-paid.v1. */
record YearPaid(UUID personId, Scheme scheme, Year year) {}
