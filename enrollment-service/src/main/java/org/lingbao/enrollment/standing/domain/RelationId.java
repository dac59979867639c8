package org.lingbao.enrollment.standing.domain;

import java.util.UUID;

/** The id of a relation. */
public record RelationId(UUID value) {}
