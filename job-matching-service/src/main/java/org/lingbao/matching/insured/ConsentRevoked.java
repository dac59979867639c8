package org.lingbao.matching.insured;

import java.util.UUID;

/** Our view of enrollment.consent-revoked.v1. */
record ConsentRevoked(UUID personId, String purpose) {}
