package org.lingbao.transfer.insured;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** Our view of enrollment.relation-closed.v1. */
@RegisterForReflection
record RelationClosed(UUID relationId) {}
