package org.lingbao.rules.account;

import org.lingbao.rules.value.Rate;

/**
 * The crediting rate (记账利率) of a year.
 *
 * @param provisional whether the year's own rate was not yet published, so that the last published one stands in; the year is
 *     reckoned anew when its own appears
 */
public record CreditingRate(Rate rate, boolean provisional) {}
