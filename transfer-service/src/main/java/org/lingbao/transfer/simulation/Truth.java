package org.lingbao.transfer.simulation;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Money;
import org.lingbao.transfer.transfer.domain.CaseId;
import org.lingbao.transfer.transfer.domain.PersonId;
import org.lingbao.transfer.transfer.domain.Status;
import org.lingbao.transfer.transfer.domain.TransferIn;
import org.lingbao.transfer.transfer.domain.TransferOut;

/**
 * What must hold after every step, and what when all is over. It keeps its own account of who paid what and where it
 * belongs by now, and reads everything else; it decides nothing.
 */
final class Truth {
    private final World world;
    private final List<String> broken = new ArrayList<>();
    private final Map<PersonId, Set<YearMonth>> months = new HashMap<>();
    private final Map<PersonId, Money> accounts = new HashMap<>();
    private final Map<CaseId, TransferIn> ended = new HashMap<>();
    private final Set<CaseId> moved = new HashSet<>();
    private Money paid = Money.ZERO;
    private int monthsPaid;

    Truth(World world) {
        this.world = world;
    }

    boolean holds() {
        return broken.isEmpty();
    }

    List<String> broken() {
        return broken;
    }

    void broken(String how) {
        if (broken.isEmpty()) {
            world.note(() -> "VIOLATION " + how);
        }
        broken.add(how);
    }

    /** Half of what is paid goes to the account. */
    void paid(Cell cell, PersonId person, YearMonth month, Money amount) {
        paid = paid.plus(amount);
        monthsPaid++;
        monthsOf(person).add(month);
        accounts.merge(person, new Money(amount.fen() / 2), Money::plus);
        require(cell.contribution.funds.rightsOf(person).has(List.of(month)), () -> "a paid month is not there");
    }

    private Set<YearMonth> monthsOf(PersonId person) {
        return months.computeIfAbsent(person, _ -> new TreeSet<>());
    }

    private void require(boolean holds, Supplier<String> what) {
        if (!holds) {
            broken(what.get());
        }
    }

    /** After every committed transaction. */
    void check() {
        var fen = Money.ZERO;
        var present = 0;
        for (var cell : world.cells) {
            var mine = cell.contribution.funds;
            require(mine.ledger.sum().isZero(), () -> cell.place + ": the ledger does not balance");
            require(
                    mine.ledger.balance(Ledger.TRANSIT).equals(transit(mine)),
                    () -> cell.place + ": the transit balance is not that of the open cases");
            fen = fen.plus(mine.ledger.funds());
            for (var citizen : world.citizens) {
                present += mine.rightsOf(citizen.in(cell.place)).months().size();
            }
            for (var docket : cell.dockets.values()) {
                if (docket.in != null) {
                    var away = checkCase(cell, docket, docket.in);
                    fen = fen.plus(away.funds());
                    present += away.months();
                }
            }
        }
        requireAll(fen, present);
    }

    private void requireAll(Money fen, int present) {
        require(fen.equals(paid), () -> fen + " are here or on their way, and " + paid + " were paid");
        require(
                present == monthsPaid,
                () -> present + " months are here or on their way, and " + monthsPaid + " were paid");
    }

    private static Money transit(Funds funds) {
        var transit = Money.ZERO;
        for (var part : funds.parts.values()) {
            transit = transit.plus(part.transitOut()).plus(part.transitIn());
        }
        return transit;
    }

    /** What has left the old place and not reached the new one. */
    private record Away(Money funds, int months) {
        static final Away NOTHING = new Away(Money.ZERO, 0);
    }

    private Away checkCase(Cell cell, Docket docket, TransferIn in) {
        var other = world.other(cell);
        var partner = other.dockets.get(docket.id);
        checkPair(docket.id, in, partner == null ? null : partner.out);
        var there = other.contribution.funds.parts.get(docket.id);
        var here = cell.contribution.funds.parts.get(docket.id);
        var released = there == null ? null : there.released;
        if (here != null && here.credits > 0) {
            var credited = here.credited;
            require(here.credits == 1, () -> docket.id + ": credited " + here.credits + " times");
            require(
                    credited != null && credited.equals(released),
                    () -> docket.id + ": credited is not what was released");
            require(there != null && !there.restored, () -> docket.id + ": credited here and restored there");
            return Away.NOTHING;
        }
        require(there == null || !there.settled, () -> docket.id + ": settled there and not credited here");
        return there == null || released == null || there.restored
                ? Away.NOTHING
                : new Away(released.total(), released.months().size());
    }

    private void checkPair(CaseId id, TransferIn in, @Nullable TransferOut out) {
        var decided = in instanceof TransferIn.Crediting || in instanceof TransferIn.Completed;
        var sent = out instanceof TransferOut.FundsSent || out instanceof TransferOut.Completed;
        require(!decided || sent, () -> id + ": the new place credits, and the old one is " + name(out));
        require(
                !(out instanceof TransferOut.Completed) || in instanceof TransferIn.Completed,
                () -> id + ": only the old place is done");
        var agreed = !(in instanceof TransferIn.Applied
                || in instanceof TransferIn.LetterSent
                || in instanceof TransferIn.LetterReturned);
        require(
                agreed || !sent && !(out instanceof TransferOut.FundsReleasing),
                () -> id + ": the old place sends money before its form was taken");
        if (in.isEnded() && !in.equals(ended.computeIfAbsent(id, _ -> in))) {
            broken(id + ": goes on after its end");
        }
        if (in instanceof TransferIn.Completed && moved.add(id)) {
            moveRights(in);
        }
    }

    private static String name(@Nullable TransferOut out) {
        return out == null ? "not there" : out.getClass().getSimpleName();
    }

    /** Where the rights belong: a completed case takes along all that the person had in the old place. */
    private void moveRights(TransferIn in) {
        var citizen = world.citizen(in.move());
        var from = citizen.in(in.move().oldPlace());
        var to = in.move().person();
        monthsOf(to).addAll(monthsOf(from));
        monthsOf(from).clear();
        accounts.merge(to, accounts.getOrDefault(from, Money.ZERO), Money::plus);
        accounts.put(from, Money.ZERO);
    }

    /** When all is over. */
    void checkEnd() {
        check();
        if (!holds()) {
            return;
        }
        for (var cell : world.cells) {
            for (var docket : cell.dockets.values()) {
                require(!docket.isOpen(), () -> cell.place + " does not end: " + docket);
                require(!docket.waits(), () -> cell.place + " has messages without receipt: " + docket);
                checkBothEnds(cell, docket);
            }
            require(cell.isQuiet(), () -> cell.place + ": instructions or answers are left");
            checkFunds(cell);
        }
    }

    private void checkBothEnds(Cell cell, Docket docket) {
        var partner = world.other(cell).dockets.get(docket.id);
        var there = partner != null && partner.isCompleted();
        require(docket.isCompleted() == there, () -> docket.id + ": done on one side only");
    }

    private void checkFunds(Cell cell) {
        var funds = cell.contribution.funds;
        require(funds.seals.isEmpty(), () -> cell.place + ": accounts stay sealed: " + funds.seals);
        require(
                funds.ledger.balance(Ledger.TRANSIT).isZero(),
                () -> cell.place + ": " + funds.ledger.balance(Ledger.TRANSIT) + " stay in transit");
        for (var citizen : world.citizens) {
            var person = citizen.in(cell.place);
            var expected = accounts.getOrDefault(person, Money.ZERO);
            require(
                    funds.balanceOf(person).equals(expected),
                    () -> cell.place + ": an account has " + funds.balanceOf(person) + " and should have " + expected);
            require(
                    funds.rightsOf(person).months().equals(List.copyOf(monthsOf(person))),
                    () -> cell.place + ": months are not those that were paid");
        }
    }

    void count() {
        for (var cell : world.cells) {
            for (var docket : cell.dockets.values()) {
                if (docket.in != null) {
                    world.tally.cases++;
                    world.tally.completed += docket.status() == Status.COMPLETED ? 1 : 0;
                    world.tally.refused += docket.status() == Status.REFUSED ? 1 : 0;
                    world.tally.cancelled += docket.status() == Status.CANCELLED ? 1 : 0;
                }
            }
        }
    }
}
