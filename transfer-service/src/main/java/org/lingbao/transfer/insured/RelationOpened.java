package org.lingbao.transfer.insured;

import java.util.UUID;
import org.lingbao.rules.value.Scheme;

/** Our view of enrollment.relation-opened.v1. */
record RelationOpened(UUID relationId, UUID personId, Scheme scheme, String place) {}
