package org.lingbao.rules.pension;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.lingbao.rules.value.Money;

/**
 * A month's pension and its parts.
 *
 * @param indexedWage the indexed monthly wage (本人指数化月平均缴费工资)
 * @param basic the basic pension (基础养老金)
 * @param account the account pension (个人账户养老金)
 * @param transitional the transitional pension (过渡性养老金); zero for who began after individual accounts did
 * @param decimals of yuan that the place's rule leaves in the parts
 */
public record MonthlyPension(Money indexedWage, Money basic, Money account, Money transitional, int decimals) {

    public Money total() {
        return basic.plus(account).plus(transitional);
    }

    /** A part, or the total, with the decimals of the place's rule: {@code 3596.8} where it rounds to the jiao (角). */
    public String written(Money part) {
        return new BigDecimal(part.toYuan())
                .setScale(decimals, RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
