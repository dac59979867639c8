package org.lingbao.rules.contribution;

import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Money;

/**
 * One month's contribution: {@code pension = account + pooled}, to the fen.
 *
 * @param account the part recorded in the individual account (个人账户)
 * @param pooled the part that goes to the pooled fund (统筹基金)
 * @param medical the medical contribution where the province collects it together; null where it does not
 */
public record Monthly(
        Money pension,
        Money account,
        Money pooled,
        @Nullable Money medical) {
    public Monthly {
        if (!account.plus(pooled).equals(pension)) {
            throw new IllegalArgumentException("account " + account + " and pooled " + pooled + " are not " + pension);
        }
    }

    /** What this has more than the other, part by part. */
    Monthly minus(Monthly other) {
        var less = other.medical == null ? Money.ZERO : other.medical;
        return new Monthly(
                pension.minus(other.pension),
                account.minus(other.account),
                pooled.minus(other.pooled),
                medical == null ? null : medical.minus(less));
    }

    /** All that is paid for one month. */
    public Money total() {
        return medical == null ? pension : pension.plus(medical);
    }
}
