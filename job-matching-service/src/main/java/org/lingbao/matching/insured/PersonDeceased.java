package org.lingbao.matching.insured;

import java.time.LocalDate;
import java.util.UUID;

/** Our view of enrollment.person-deceased.v1. */
record PersonDeceased(UUID personId, LocalDate diedOn) {}
