package org.lingbao.rules.contribution;

import org.lingbao.rules.data.Citation;
import org.lingbao.rules.trace.Status;
import org.lingbao.rules.value.Money;

/** The lowest and highest monthly base (缴费基数上下限), both allowed, with where they stand published and how sure they are. */
public record Limits(Money lower, Money upper, Citation citation, Status status) {
    public Limits {
        if (lower.compareTo(upper) > 0) {
            throw new IllegalArgumentException("lower limit " + lower + " above upper limit " + upper);
        }
    }
}
