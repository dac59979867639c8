package org.lingbao.transfer.insured;

import java.util.UUID;

/**
 * Our view of enrollment.person-merged.v1.
 *
 * @param personId who is merged (合并)
 * @param survivorId who that is
 */
record PersonMerged(UUID personId, UUID survivorId) {}
