package org.lingbao.rules.transfer;

import org.lingbao.rules.value.Money;

/**
 * What an account holds when it is transferred: items 1 to 3 of the information form (信息表).
 *
 * @param before1998 own contributions and interest of the time before 1998
 * @param lastYearEnd balance at the end of last year of everything credited since 1998
 * @param currentYear principal credited in the year of the transfer; its interest is for the new place to add
 * @throws IllegalArgumentException for a negative amount
 */
public record AccountBalances(Money before1998, Money lastYearEnd, Money currentYear) {
    public AccountBalances {
        if (before1998.isNegative() || lastYearEnd.isNegative() || currentYear.isNegative()) {
            throw new IllegalArgumentException("negative balance");
        }
    }

    public Money total() {
        return before1998.plus(lastYearEnd).plus(currentYear);
    }
}
