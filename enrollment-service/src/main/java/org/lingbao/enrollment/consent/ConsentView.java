package org.lingbao.enrollment.consent;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.UUID;

/** A consent that holds. */
@RegisterForReflection
record ConsentView(UUID personId, String purpose, int version, LocalDate grantedOn) {}
