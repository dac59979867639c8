package org.lingbao.contribution.rules;

import org.lingbao.rules.account.CreditingRate;

/**
 * The crediting rate of accounts (记账利率).
 *
 * @param rate a factor: {@code 0.015} is 1.5 %
 * @param provisional whether the year's own is not published yet, and the last one stands in
 */
record CreditingRateView(String rate, boolean provisional) {
    static CreditingRateView of(CreditingRate rate) {
        return new CreditingRateView(rate.rate().toString(), rate.provisional());
    }
}
