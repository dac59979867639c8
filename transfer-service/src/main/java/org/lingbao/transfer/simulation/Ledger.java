package org.lingbao.transfer.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lingbao.rules.value.Money;
import org.lingbao.transfer.transfer.domain.PersonId;

/** Double entry of one cell: balances, and nothing that is posted without its other side. */
final class Ledger {
    private final Map<Account, Money> balances = new HashMap<>();

    /** Where money can be. */
    sealed interface Account {
        /** 个人账户. */
        record Person(PersonId id) implements Account {}

        /** 统筹基金. */
        record Pooled() implements Account {}

        /** What is on its way to or from the other province. */
        record Transit() implements Account {}

        record Bank() implements Account {}
    }

    static final Account POOLED = new Account.Pooled();
    static final Account TRANSIT = new Account.Transit();
    static final Account BANK = new Account.Bank();

    record Entry(Account account, Money amount) {}

    static Entry plus(Account account, Money amount) {
        return new Entry(account, amount);
    }

    static Entry minus(Account account, Money amount) {
        return new Entry(account, amount.negate());
    }

    void post(Entry... entries) {
        for (var entry : List.of(entries)) {
            balances.merge(entry.account(), entry.amount(), Money::plus);
        }
    }

    Money balance(Account account) {
        return balances.getOrDefault(account, Money.ZERO);
    }

    Money sum() {
        var sum = Money.ZERO;
        for (var balance : balances.values()) {
            sum = sum.plus(balance);
        }
        return sum;
    }

    /** What the persons and the pooled fund have. */
    Money funds() {
        return sum().minus(balance(TRANSIT)).minus(balance(BANK));
    }
}
