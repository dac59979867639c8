package org.lingbao.rules.account;

import java.util.List;
import org.lingbao.rules.value.Money;

/**
 * The amounts of a year's months, January first.
 *
 * @throws IllegalArgumentException unless they are twelve, none negative
 */
record MonthlyAmounts(List<Money> amounts) {
    private static final int A_YEAR = 12;

    MonthlyAmounts {
        amounts = List.copyOf(amounts);
        if (amounts.size() != A_YEAR) {
            throw new IllegalArgumentException("a year has 12 months, not " + amounts.size());
        }
        for (var amount : amounts) {
            if (amount.isNegative()) {
                throw new IllegalArgumentException("negative amount of a month: " + amount);
            }
        }
    }

    Money total() {
        var total = Money.ZERO;
        for (var amount : amounts) {
            total = total.plus(amount);
        }
        return total;
    }

    /** Each amount times the months from its own to the year's end, its own included: January counts twelve. */
    Money productToYearEnd() {
        var product = Money.ZERO;
        for (var before = 0; before < A_YEAR; before++) {
            product = product.plus(amounts.get(before).times(A_YEAR - before));
        }
        return product;
    }

    /** Each amount times the months before its own: January counts none. */
    Money productFromYearStart() {
        var product = Money.ZERO;
        for (var before = 0; before < A_YEAR; before++) {
            product = product.plus(amounts.get(before).times(before));
        }
        return product;
    }
}
