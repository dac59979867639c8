package org.lingbao.enrollment.duplicate.domain;

import java.util.UUID;

/** The opaque id of a person. */
public record PersonId(UUID value) {}
