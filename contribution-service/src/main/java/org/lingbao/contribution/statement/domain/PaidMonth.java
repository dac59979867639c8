package org.lingbao.contribution.statement.domain;

import java.time.YearMonth;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;

/** A month that a person has paid, with its amounts and the receipt that proves it. */
public record PaidMonth(YearMonth month, Place place, Money base, Money account, Money pooled, ReceiptNumber receipt) {

    /** What was paid for the month. */
    public Money pension() {
        return account.plus(pooled);
    }
}
