package org.lingbao.rules.employment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days of one employment (用工).
 *
 * @param startsOn the first day
 * @param endedOn the last one; null while it goes on
 */
public record Spell(LocalDate startsOn, @Nullable LocalDate endedOn) {}
