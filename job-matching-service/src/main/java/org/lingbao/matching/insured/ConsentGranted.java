package org.lingbao.matching.insured;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.UUID;

/** Our view of enrollment.consent-granted.v1. */
@RegisterForReflection
record ConsentGranted(UUID personId, String purpose, int version, LocalDate grantedOn) {}
