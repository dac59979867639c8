package org.lingbao.matching.insured;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** Our view of enrollment.person-area-added.v1. */
@RegisterForReflection
record PersonAreaAdded(UUID personId, String place) {}
