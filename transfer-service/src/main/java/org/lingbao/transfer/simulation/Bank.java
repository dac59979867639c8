package org.lingbao.transfer.simulation;

import java.util.HashMap;
import java.util.Map;
import org.lingbao.rules.value.Money;
import org.lingbao.transfer.transfer.domain.SettlementReference;

/** The payments between the agencies' bank accounts: now and then one arrives short, and the rest later. */
final class Bank {
    private final Map<SettlementReference, Payment> payments = new HashMap<>();

    private record Payment(Money sent, Money arrived) {}

    void pay(SettlementReference reference, Money amount, Money missing) {
        payments.put(reference, new Payment(amount, amount.minus(missing)));
    }

    void payTheRest(SettlementReference reference) {
        payments.computeIfPresent(reference, (_, payment) -> new Payment(payment.sent(), payment.sent()));
    }

    Money arrived(SettlementReference reference) {
        var payment = payments.get(reference);
        return payment == null ? Money.ZERO : payment.arrived();
    }
}
