package org.lingbao.contribution.transfer.domain;

import java.util.UUID;

/** A person, opaque. */
public record PersonId(UUID value) {}
