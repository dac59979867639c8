package org.lingbao.contribution.transfer.domain;

import java.util.UUID;

/** A transfer, as both provinces call it. */
public record CaseId(UUID value) {}
