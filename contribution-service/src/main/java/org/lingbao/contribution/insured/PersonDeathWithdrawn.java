package org.lingbao.contribution.insured;

import java.util.UUID;

/** Our view of enrollment.person-death-withdrawn.v1. */
record PersonDeathWithdrawn(UUID personId) {}
