package org.lingbao.enrollment.standing.domain;

import java.util.UUID;

/** The id of an employment, and of the relation over its months. */
public record EmploymentId(UUID value) {}
