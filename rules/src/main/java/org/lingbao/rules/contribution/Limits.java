package org.lingbao.rules.contribution;

import org.lingbao.rules.data.RuleValue;
import org.lingbao.rules.value.Money;

/** The lowest and highest monthly base (缴费基数上下限), both allowed. */
public record Limits(Money lower, Money upper) {
    public Limits {
        if (lower.compareTo(upper) > 0) {
            throw new IllegalArgumentException("lower limit " + lower + " above upper limit " + upper);
        }
    }

    public static Limits read(RuleValue value) {
        var table = value.keys("lower", "upper");
        return new Limits(Money.yuan(table.entry("lower")), Money.yuan(table.entry("upper")));
    }
}
