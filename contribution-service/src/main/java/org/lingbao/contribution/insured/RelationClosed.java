package org.lingbao.contribution.insured;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.YearMonth;
import java.util.UUID;

/**
 * Our view of enrollment.relation-closed.v1.
 *
 * @param to the last month
 */
@RegisterForReflection
record RelationClosed(UUID relationId, YearMonth to) {}
