package org.lingbao.transfer.transfer.domain;

import java.time.LocalDate;
import org.lingbao.rules.Law;

/**
 * When a step is taken, and by which law.
 *
 * @param today the cell's business day
 */
public record Moment(LocalDate today, Law law) {}
