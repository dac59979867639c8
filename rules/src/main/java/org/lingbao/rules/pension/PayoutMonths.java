package org.lingbao.rules.pension;

import java.math.BigDecimal;

/**
 * Over how many months an account balance is paid out (计发月数), such as 139 or 137.8.
 *
 * @throws IllegalArgumentException unless positive
 */
public record PayoutMonths(BigDecimal count) {
    public PayoutMonths {
        if (count.signum() <= 0) {
            throw new IllegalArgumentException("not positive: " + count + " payout months");
        }
    }

    /** As the official tables write it: {@code 139.0}. */
    @Override
    public String toString() {
        return count.toPlainString();
    }
}
