package org.lingbao.rules.forecast;

import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Rate;

/**
 * What nobody knows yet and a forecast must assume.
 *
 * @param wageGrowth by which part all wages grow a year: the reference wage, limits, the benefit base wage; zero for today's money
 * @param creditingRate of the account in all years to come; null for the last confirmed rate
 */
public record Assumptions(Rate wageGrowth, @Nullable Rate creditingRate) {}
