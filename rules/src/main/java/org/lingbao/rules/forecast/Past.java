package org.lingbao.rules.forecast;

import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Rate;

/**
 * What a person has paid until now, as the rights statement (个人权益记录单) has it.
 *
 * @param months contribution months (缴费月数) until now, those before individual accounts included
 * @param averageIndex the average contribution index (平均缴费指数) of these months
 * @param balance the account balance (个人账户储存额) at the end of last year, interest included
 * @param credited what was credited to the account this year
 * @param product this year's credits times the months from each to the year's end, summed (月积数)
 * @param preAccountMonths of the months those before individual accounts, deemed months included
 * @param preAccountIndex their index, where the province reckons with it
 * @throws IllegalArgumentException for a negative amount, or more months before accounts than months
 */
public record Past(
        int months,
        Rate averageIndex,
        Money balance,
        Money credited,
        Money product,
        int preAccountMonths,
        @Nullable Rate preAccountIndex) {
    public Past {
        if (preAccountMonths < 0 || months < preAccountMonths) {
            throw new IllegalArgumentException(preAccountMonths + " of " + months + " months");
        }
        if (balance.isNegative() || credited.isNegative() || product.isNegative()) {
            throw new IllegalArgumentException("negative: " + balance + ", " + credited + ", " + product);
        }
    }

    /** Who has never paid. */
    public static Past none() {
        return new Past(0, new Rate(0, 0), Money.ZERO, Money.ZERO, Money.ZERO, 0, null);
    }
}
