package org.lingbao.contribution.statement.domain;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;

/**
 * A month that a person has paid.
 *
 * @param place where it was paid
 * @param standing who paid; null where it was paid in another province, which does not say
 * @param payment its amounts; null where it was paid in another province, of which only the base is known
 */
public record PaidMonth(
        YearMonth month,
        Place place,
        @Nullable Standing standing,
        Money base,
        @Nullable Payment payment,
        Journey journey) {

    /**
     * What was paid here, with the receipt that proves it.
     *
     * @param medical what was paid with it for the medical insurance of employees (职工医保)
     */
    public record Payment(Money account, Money pooled, Money medical, ReceiptNumber receipt) {

        /** Account and pooled. */
        public Money pension() {
            return account.plus(pooled);
        }
    }

    /** Whether it counts here: it has not been moved away. */
    public boolean isHere() {
        return journey.to() == null;
    }
}
