package org.lingbao.rules.pension;

import org.lingbao.rules.value.Money;

/**
 * A month's pension of the resident scheme (城乡居民基本养老保险待遇).
 *
 * @param basic what the fund pays to everyone of the region (基础养老金)
 * @param account the account balance over the payout months (个人账户养老金)
 */
public record ResidentPension(Money basic, Money account) {

    public Money total() {
        return basic.plus(account);
    }
}
