package org.lingbao.contribution.insured;

import java.util.UUID;

/** Our view of enrollment.person-area-added.v1. */
record PersonAreaAdded(UUID personId, String place) {}
