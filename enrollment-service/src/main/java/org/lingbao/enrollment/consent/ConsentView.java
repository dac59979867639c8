package org.lingbao.enrollment.consent;

import java.time.LocalDate;
import java.util.UUID;

/** A consent that holds. */
record ConsentView(UUID personId, String purpose, int version, LocalDate grantedOn) {}
