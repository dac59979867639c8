package org.lingbao.rules.bridging;

import org.lingbao.rules.value.Money;

/**
 * Somebody who drew an employee's and a resident's pension (重复领取).
 *
 * @param account what is left in the account of the scheme that ends
 * @param subsidy the government subsidy in it
 * @param basicDrawn the basic pension of that scheme drawn in the time of both
 * @param repaid what of it the person has paid back
 * @throws IllegalArgumentException for a negative amount, more subsidy than account, or more paid back than drawn
 */
public record BothDrawn(Money account, Money subsidy, Money basicDrawn, Money repaid) {
    public BothDrawn {
        if (subsidy.isNegative()
                || repaid.isNegative()
                || subsidy.compareTo(account) > 0
                || repaid.compareTo(basicDrawn) > 0) {
            throw new IllegalArgumentException("subsidy beyond the account, or paid back more than drawn");
        }
    }
}
