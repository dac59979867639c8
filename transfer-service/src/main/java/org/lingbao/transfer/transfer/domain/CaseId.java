package org.lingbao.transfer.transfer.domain;

import java.util.UUID;

/** The id of a transfer, given by the new place and used by both. */
public record CaseId(UUID value) {}
