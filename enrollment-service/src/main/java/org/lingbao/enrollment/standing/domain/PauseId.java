package org.lingbao.enrollment.standing.domain;

import java.util.UUID;

/** The id of a pause. */
public record PauseId(UUID value) {}
