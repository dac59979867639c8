package org.lingbao.enrollment.standing;

import java.util.UUID;

/** Our view of contribution.year-paid.v1. */
record YearPaid(UUID personId) {}
