package org.lingbao.enrollment.standing;

import java.util.List;
import java.util.UUID;

/**
 * What of a relation is not paid.
 *
 * @param paused the months, in their order; empty: all are to be paid
 */
record PauseView(UUID relationId, List<PausedMonths> paused) {}
