package org.lingbao.matching.insured;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** Our view of enrollment.consent-revoked.v1. */
@RegisterForReflection
record ConsentRevoked(UUID personId, String purpose) {}
