package org.lingbao.matching.insured;

import java.util.UUID;

/** Our view of enrollment.person-death-withdrawn.v1. */
record PersonDeathWithdrawn(UUID personId) {}
