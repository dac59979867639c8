package org.lingbao.transfer.insured;

import java.util.UUID;

/** Our view of enrollment.relation-closed.v1. */
record RelationClosed(UUID relationId) {}
