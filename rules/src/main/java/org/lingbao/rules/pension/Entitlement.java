package org.lingbao.rules.pension;

import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Rate;

/**
 * What the pension of an employee or flexible worker is reckoned from.
 *
 * @param place the benefit place (待遇领取地)
 * @param baseWage the benefit base wage (计发基数) a month
 * @param averageIndex the average of the contribution indices (平均缴费指数); choosing 60 % all the time makes it about 0.6
 * @param contributed all contribution time (缴费年限), the time before individual accounts included
 * @param preAccount of it the time before individual accounts, deemed time included (建立个人账户前的缴费年限)
 * @param preAccountIndex the index of that time, where the province reckons with it
 * @param virtualAccount what that time is booked with in a virtual account (虚账实记额), where the province reckons with it
 * @param accountBalance the account balance (个人账户储存额)
 * @throws IllegalArgumentException for a negative amount
 */
public record Entitlement(
        Place place,
        Money baseWage,
        Rate averageIndex,
        Contributed contributed,
        Contributed preAccount,
        @Nullable Rate preAccountIndex,
        @Nullable Money virtualAccount,
        Money accountBalance,
        PayoutMonths payoutMonths) {
    public Entitlement {
        if (baseWage.isNegative()
                || accountBalance.isNegative()
                || (virtualAccount != null && virtualAccount.isNegative())) {
            throw new IllegalArgumentException("negative: base wage " + baseWage + ", balance " + accountBalance
                    + ", virtual account " + virtualAccount);
        }
    }
}
