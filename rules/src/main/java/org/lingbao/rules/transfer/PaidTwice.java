package org.lingbao.rules.transfer;

import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;

/**
 * Two places of the employee scheme paid for the same months before retirement (重复缴费), and the person and the receiving agency have
 * agreed which relation stays.
 *
 * @param kept where the relation stays
 * @param keptMonths contribution months there
 * @param closed where the relation is closed
 * @param closedMonths contribution months there
 * @param overlapMonths months that both were paid for, at least one
 * @param account what the person paid into the account of the closed relation for these months
 * @param pooled what went into the pooled fund there for these months
 * @throws IllegalArgumentException for one place, a negative amount, no overlap, or one longer than either relation
 */
public record PaidTwice(
        Place kept, int keptMonths, Place closed, int closedMonths, int overlapMonths, Money account, Money pooled) {
    public PaidTwice {
        if (kept.equals(closed) || account.isNegative() || pooled.isNegative()) {
            throw new IllegalArgumentException("one place, or a negative amount");
        }
        if (overlapMonths <= 0 || overlapMonths > keptMonths || overlapMonths > closedMonths) {
            throw new IllegalArgumentException(
                    "no overlap of " + keptMonths + " and " + closedMonths + " months: " + overlapMonths);
        }
    }

    Money of(Part part) {
        return switch (part) {
            case ACCOUNT -> account;
            case POOLED -> pooled;
        };
    }

    /** Where a contribution went. */
    enum Part {
        /** The individual account (个人账户). */
        ACCOUNT,
        /** The pooled fund (统筹基金). */
        POOLED
    }
}
