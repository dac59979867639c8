package org.lingbao.transfer.transfer.domain;

import java.util.UUID;

/** The opaque id of a person within one cell; the other cell has another. */
public record PersonId(UUID value) {}
