package org.lingbao.transfer.simulation;

import static org.lingbao.transfer.simulation.Ledger.BANK;
import static org.lingbao.transfer.simulation.Ledger.POOLED;
import static org.lingbao.transfer.simulation.Ledger.TRANSIT;
import static org.lingbao.transfer.simulation.Ledger.minus;
import static org.lingbao.transfer.simulation.Ledger.plus;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.transfer.simulation.Ledger.Account.Person;
import org.lingbao.transfer.transfer.domain.Answer;
import org.lingbao.transfer.transfer.domain.CaseId;
import org.lingbao.transfer.transfer.domain.Form;
import org.lingbao.transfer.transfer.domain.Instruction;
import org.lingbao.transfer.transfer.domain.Moment;
import org.lingbao.transfer.transfer.domain.PersonId;
import org.lingbao.transfer.transfer.domain.Reason;
import org.lingbao.transfer.transfer.domain.SettlementReference;

/**
 * Contribution's part in one cell: does what it is asked, once for each instruction, and posts what it is told. It does not
 * save the protocol from itself.
 */
final class Funds {
    /** Shares of a base that go to account and pooled fund; the amounts have no meaning. */
    private static final int SHARES = 10;

    private static final Reason NO_ACCOUNT = new Reason("NO_ACCOUNT");
    private static final Reason ALREADY_SEALED = new Reason("ALREADY_SEALED");
    private static final Reason NOT_STOPPED = new Reason("RELATION_NOT_STOPPED");
    private static final Reason OVERLAP = new Reason("OVERLAP_UNRESOLVED");

    final Ledger ledger = new Ledger();
    final Map<CaseId, Part> parts = new LinkedHashMap<>();
    final Map<PersonId, CaseId> seals = new HashMap<>();
    private final Map<PersonId, Rights> rights = new HashMap<>();
    private final Place place;
    private final Bank bank;
    private final Dice dice;
    private final Weather weather;

    Funds(Place place, Bank bank, Dice dice, Weather weather) {
        this.place = place;
        this.bank = bank;
        this.dice = dice;
        this.weather = weather;
    }

    Rights rightsOf(PersonId person) {
        return rights.computeIfAbsent(person, _ -> new Rights());
    }

    Money balanceOf(PersonId person) {
        return ledger.balance(new Person(person));
    }

    /** @return what was taken; nothing for a sealed account or a month that is paid */
    Money pay(PersonId person, YearMonth month, Money base) {
        if (seals.containsKey(person) || rightsOf(person).has(List.of(month))) {
            return Money.ZERO;
        }
        var share = new Money(base.fen() / SHARES);
        ledger.post(plus(new Person(person), share), plus(POOLED, share), minus(BANK, share.times(2)));
        rightsOf(person).add(month, base);
        return share.times(2);
    }

    Optional<Answer> handle(CaseId id, Instruction instruction, Moment moment) {
        var part = parts.computeIfAbsent(id, _ -> new Part());
        return switch (instruction) {
            case Instruction.Seal(var person, var _, var _) -> Optional.of(seal(id, part, person, moment));
            case Instruction.Release(var form) -> Optional.of(release(id, part, form));
            case Instruction.Settle _ -> {
                settle(id, part);
                yield Optional.empty();
            }
            case Instruction.Receive receive -> Optional.of(receive(part, receive));
            case Instruction.Credit(var person, var form) -> Optional.of(credit(part, person, form));
            case Instruction.Restore _ -> Optional.of(restore(id, part));
        };
    }

    private Answer seal(CaseId id, Part part, PersonId person, Moment moment) {
        var holder = seals.get(person);
        if (holder != null && !holder.equals(id)) {
            return new Answer.SealRefused(List.of(ALREADY_SEALED));
        }
        if (rightsOf(person).isEmpty()) {
            return new Answer.SealRefused(List.of(NO_ACCOUNT));
        }
        if (holder == null && dice.percent(weather.obstacle())) {
            return new Answer.SealRefused(List.of(NOT_STOPPED));
        }
        seals.put(person, id);
        part.person = person;
        var form = rightsOf(person).form(balanceOf(person), place, moment);
        var wrong = !part.statedWrongly && dice.percent(weather.wrongForm());
        part.statedWrongly |= wrong;
        return new Answer.AccountSealed(wrong ? misstated(form) : form);
    }

    /** An old record that does not add up, as there are many. */
    private Form misstated(Form form) {
        var amount = new Money(dice.between(1, SHARES));
        return dice.percent(SHARES)
                ? new Form(
                        form.balances(),
                        form.account(),
                        form.pooled(),
                        form.total(),
                        form.contributionMonths() + 1,
                        form.rows())
                : new Form(
                        form.balances(),
                        form.account().plus(amount),
                        form.pooled(),
                        form.total().plus(amount),
                        form.contributionMonths(),
                        form.rows());
    }

    private Answer release(CaseId id, Part part, Form form) {
        var person = Objects.requireNonNull(part.person);
        var balance = balanceOf(person);
        var pooled = form.pooled();
        ledger.post(minus(new Person(person), balance), minus(POOLED, pooled), plus(TRANSIT, balance.plus(pooled)));
        rightsOf(person).clear();
        part.released = form;
        var reference = new SettlementReference(id.value().toString());
        var missing = dice.percent(weather.shortFunds()) ? new Money(dice.between(1, SHARES)) : Money.ZERO;
        bank.pay(reference, form.total(), missing);
        return new Answer.FundsReleased(reference);
    }

    private void settle(CaseId id, Part part) {
        var total = Objects.requireNonNull(part.released).total();
        ledger.post(minus(TRANSIT, total), plus(BANK, total));
        part.settled = true;
        unseal(id, part);
    }

    private Answer receive(Part part, Instruction.Receive receive) {
        var received = bank.arrived(receive.reference());
        var more = received.minus(part.received);
        ledger.post(minus(BANK, more), plus(TRANSIT, more));
        part.received = received;
        return new Answer.FundsArrived(received);
    }

    private Answer credit(Part part, PersonId person, Form form) {
        if (part.credits == 0 && rightsOf(person).has(form.months())) {
            return new Answer.CreditRefused(List.of(OVERLAP));
        }
        ledger.post(
                minus(TRANSIT, form.total()), plus(new Person(person), form.account()), plus(POOLED, form.pooled()));
        rightsOf(person).add(form);
        part.credited = form;
        part.credits++;
        return new Answer.RightsCredited();
    }

    private Answer restore(CaseId id, Part part) {
        var released = part.released;
        var person = part.person;
        if (released != null && person != null && !part.restored) {
            ledger.post(
                    minus(TRANSIT, released.total()),
                    plus(new Person(person), released.account()),
                    plus(POOLED, released.pooled()));
            rightsOf(person).add(released);
        }
        ledger.post(minus(TRANSIT, part.transitIn()), plus(BANK, part.transitIn()));
        part.restored = true;
        unseal(id, part);
        return new Answer.AccountRestored();
    }

    private void unseal(CaseId id, Part part) {
        if (part.person != null) {
            seals.remove(part.person, id);
        }
    }
}
