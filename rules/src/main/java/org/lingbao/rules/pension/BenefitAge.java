package org.lingbao.rules.pension;

import java.time.LocalDate;
import org.lingbao.rules.data.Citation;

/**
 * When the resident scheme begins to pay a person (领取待遇年龄).
 *
 * @param reachedOn the day on which the age is reached
 * @param citation where the age stands written
 */
public record BenefitAge(LocalDate reachedOn, Citation citation) {}
