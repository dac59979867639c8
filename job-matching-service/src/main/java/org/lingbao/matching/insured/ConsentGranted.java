package org.lingbao.matching.insured;

import java.time.LocalDate;
import java.util.UUID;

/** Our view of enrollment.consent-granted.v1. */
record ConsentGranted(UUID personId, String purpose, int version, LocalDate grantedOn) {}
