package org.lingbao.enrollment.standing.domain;

import java.util.UUID;

/** The opaque id of the person whose relation it is. */
public record PersonId(UUID value) {}
