package org.lingbao.enrollment.organisation.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where an organisation hangs, and since when.
 *
 * @param parent null of a province
 * @param from the first day; null: as far back as anybody asks
 */
public record Node(
        OrganisationCode code,
        @Nullable OrganisationCode parent,
        @Nullable LocalDate from) {}
