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

    /** All that is paid for one month. */
    public Money total() {
        return medical == null ? pension : pension.plus(medical);
    }
}
