package org.lingbao.rules.account;

import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What the interest of a year is reckoned with.
 *
 * @param rounding of the interest on the opening balance, and of that on the credits of the year, each for itself
 * @param from from which month a credit bears interest; null: no document that was confirmed says it
 */
public record InterestTerms(
        CreditingRate rate, RoundingMode rounding, @Nullable InterestMonth from) {}
