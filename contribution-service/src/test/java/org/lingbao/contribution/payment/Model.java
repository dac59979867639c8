package org.lingbao.contribution.payment;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Money;

/**
 * What the statement that books a payment must decide and write, in Java: a model to hold it against. The service has no
 * second copy of the decision.
 */
record Model(Set<SuspenseReason> reasons, Map<String, Money> entries) {

    /** A bill as far as the decision goes. */
    record Bill(int months, Money account, Money pooled, Money medical, LocalDate payableUntil, boolean paid) {
        Money amount() {
            return account.plus(pooled).plus(medical).times(months);
        }
    }

    static Model of(@Nullable Bill bill, Money amount, LocalDate paidOn) {
        var reasons = EnumSet.noneOf(SuspenseReason.class);
        if (bill == null) {
            reasons.add(SuspenseReason.BILL_UNKNOWN);
        } else {
            if (bill.paid()) {
                reasons.add(SuspenseReason.ALREADY_PAID);
            }
            if (!bill.amount().equals(amount)) {
                reasons.add(SuspenseReason.AMOUNT_DIFFERS);
            }
            if (paidOn.isAfter(bill.payableUntil())) {
                reasons.add(SuspenseReason.MONTH_CLOSED);
            }
        }
        var entries = new TreeMap<String, Money>();
        entries.put("BANK_CLEARING", amount.negate());
        if (bill == null || !reasons.isEmpty()) {
            entries.put("SUSPENSE", amount);
        } else {
            entries.put("PERSON", bill.account().times(bill.months()));
            entries.put("POOLED", bill.pooled().times(bill.months()));
            entries.put("MEDICAL", bill.medical().times(bill.months()));
        }
        entries.values().removeIf(Money::isZero);
        return new Model(reasons, entries);
    }

    Money sum() {
        return entries.values().stream().reduce(Money.ZERO, Money::plus);
    }
}
