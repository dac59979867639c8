package org.lingbao.matching.engagement.domain;

import java.util.UUID;

/** A job code (就业码) by its own id. */
public record CodeId(UUID value) {}
