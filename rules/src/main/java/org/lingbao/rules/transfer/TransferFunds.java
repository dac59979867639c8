package org.lingbao.rules.transfer;

import org.lingbao.rules.value.Money;

/**
 * The money of a transfer (转移基金): items 4 to 6 of the information form.
 *
 * @param account from the individual account, item 4
 * @param pooled from the pooled fund, item 5
 * @param total item 6
 */
public record TransferFunds(Money account, Money pooled, Money total) {
    public TransferFunds {
        if (!account.plus(pooled).equals(total)) {
            throw new IllegalArgumentException("total " + total + " is not " + account + " and " + pooled);
        }
    }
}
