package org.lingbao.transfer.simulation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.Law;
import org.lingbao.rules.identity.Sex;
import org.lingbao.rules.transfer.Mover;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.transfer.transfer.domain.CaseId;
import org.lingbao.transfer.transfer.domain.Findings;
import org.lingbao.transfer.transfer.domain.Moment;
import org.lingbao.transfer.transfer.domain.Move;
import org.lingbao.transfer.transfer.domain.Opening;
import org.lingbao.transfer.transfer.domain.PersonId;
import org.lingbao.transfer.transfer.domain.Subject;

/** Two cells, their people and their weather: one history. */
final class World {
    private static final List<Place> PROVINCES = List.of(new Place("370000"), new Place("210000"));
    private static final int MOST_PEOPLE = 3;
    private static final int MOST_MOVES = 5;
    private static final int MOST_MONTHS = 20;
    private static final int YOUNGEST_DAYS = 7_000;
    private static final int OLDEST_DAYS = 22_000;
    private static final int WORST_DAYS = 40;
    private static final int CALM_DAYS = 250;
    private static final int DAYS_A_YEAR = 365;
    private static final int RARELY = 5;
    private static final int OFTEN = 70;
    private static final int LEAST_BASE = 3_000_00;
    private static final int MOST_BASE = 20_000_00;
    private static final int LONG_DELAY = 2 * Agenda.DAY;
    private static final int SHORT_DELAY = 5;
    private static final int LONG_DOWNTIME = 3 * Agenda.DAY;

    final Protocol protocol;
    final Dice dice;
    final Agenda agenda = new Agenda();
    final Bank bank = new Bank();
    final Tally tally = new Tally();
    final Network network = new Network(this);
    final Desk desk = new Desk(this);
    final List<Cell> cells = new ArrayList<>();
    final List<Citizen> citizens = new ArrayList<>();
    final Truth truth = new Truth(this);
    private final LocalDate first;
    private final @Nullable Consumer<String> diary;
    private Weather weather;
    private int cases;

    World(Protocol protocol, long seed, LocalDate from, @Nullable Consumer<String> diary) {
        this.protocol = protocol;
        this.diary = diary;
        dice = new Dice(seed);
        first = from.plusDays(dice.between(0, DAYS_A_YEAR));
        weather = Weather.of(dice);
        PROVINCES.forEach(place -> cells.add(new Cell(this, place, bank)));
    }

    /** @return what is wrong; empty: nothing */
    List<String> run() {
        try {
            settle();
            var storm = dice.between(1, WORST_DAYS) * Agenda.DAY;
            moves(storm);
            days();
            while (truth.holds() && agenda.next(storm)) {
                tally.steps++;
            }
            weather = weather.calmed();
            while (truth.holds() && !isQuiet() && agenda.next(storm + CALM_DAYS * Agenda.DAY)) {
                tally.steps++;
            }
            truth.checkEnd();
        } catch (RuntimeException e) {
            truth.broken("threw " + e + " at " + e.getStackTrace()[0]);
        }
        truth.count();
        return truth.broken();
    }

    private void settle() {
        for (var number = dice.between(1, MOST_PEOPLE); number > 0; number--) {
            var ids = Map.of(
                    PROVINCES.getFirst(), new PersonId(new UUID(1, number)),
                    PROVINCES.getLast(), new PersonId(new UUID(2, number)));
            var citizen = new Citizen(
                    new Subject("citizen " + number),
                    ids,
                    dice.one(PROVINCES),
                    first.minusDays(dice.between(YOUNGEST_DAYS, OLDEST_DAYS)),
                    dice.one(List.of(Sex.values())),
                    dice.percent(RARELY));
            citizens.add(citizen);
            var home = dice.one(cells);
            for (var months = dice.between(1, MOST_MONTHS); months > 0; months--) {
                pay(citizen, home);
            }
        }
    }

    private void moves(int until) {
        for (var moves = dice.between(1, MOST_MOVES); moves > 0; moves--) {
            agenda.after(dice.between(0, until), () -> apply(dice.one(citizens)));
            agenda.after(dice.between(0, until), () -> pay(dice.one(citizens), dice.one(cells)));
        }
    }

    private void days() {
        agenda.after(Agenda.DAY, () -> {
            cells.forEach(Cell::beginDay);
            days();
        });
    }

    private void pay(Citizen citizen, Cell cell) {
        var month = YearMonth.from(first).minusMonths(dice.between(0, MOST_MONTHS * 2));
        var person = citizen.in(cell.place);
        var base = new Money(dice.between(LEAST_BASE, MOST_BASE));
        var taken = cell.contribution.funds.pay(person, month, base);
        if (!taken.isZero()) {
            truth.paid(cell, person, month, taken);
        }
    }

    /** Mostly at the place to which one has moved, now and then at the one where one's rights are. */
    private void apply(Citizen citizen) {
        var home = cells.getFirst();
        if (home.contribution.funds.rightsOf(citizen.in(home.place)).isEmpty()) {
            home = cells.getLast();
        }
        apply(citizen, dice.percent(OFTEN) ? other(home) : home);
    }

    private void apply(Citizen citizen, Cell cell) {
        var old = other(cell);
        var relation = dice.percent(RARELY) ? cell.place : old.place;
        var id = new CaseId(new UUID(0, cases++));
        var move = new Move(id, citizen.in(cell.place), relation, cell.place);
        var _ = cell.commits(() -> {
            var open = cell.hasOpen(move.person());
            var opening = Opening.of(move, mover(citizen, move), open, moment()).value();
            note(() -> cell.place + " is applied to: " + opening.getClass().getSimpleName() + " " + move);
            if (opening instanceof Opening.Opened opened) {
                cell.open(opened.state());
            }
        });
    }

    private Mover mover(Citizen citizen, Move move) {
        return new Mover(
                citizen.hukou(),
                move.newPlace(),
                move.oldPlace(),
                citizen.birthDate(),
                citizen.sex(),
                moment().today(),
                dice.percent(RARELY),
                citizen.drawing());
    }

    /** What the old place finds of the person that a letter is about. */
    Findings findings(Cell cell, Subject subject) {
        var found = citizens.stream()
                .filter(citizen -> citizen.subject().equals(subject))
                .findFirst()
                .map(citizen -> citizen.in(cell.place))
                .orElseThrow();
        return dice.percent(weather.obstacle())
                ? new Findings(null, false, true)
                : new Findings(found, cell.hasOpen(found), true);
    }

    Citizen citizen(Move move) {
        return citizens.stream()
                .filter(citizen -> citizen.ids().containsValue(move.person()))
                .findFirst()
                .orElseThrow();
    }

    /** Whether nothing is under way any more. */
    private boolean isQuiet() {
        for (var cell : cells) {
            if (!cell.isQuiet()) {
                return false;
            }
        }
        return true;
    }

    Moment moment() {
        return new Moment(first.plusDays(agenda.today()), Law.standard());
    }

    Weather weather() {
        return weather;
    }

    Cell cell(Place place) {
        return cells.getFirst().place.equals(place) ? cells.getFirst() : cells.getLast();
    }

    Cell other(Cell cell) {
        return cells.getFirst() == cell ? cells.getLast() : cells.getFirst();
    }

    /** Minutes until something arrives. */
    int delay() {
        return dice.percent(weather.slow()) ? dice.between(SHORT_DELAY, LONG_DELAY) : dice.between(1, SHORT_DELAY);
    }

    /** Minutes until something that died is back. */
    int downtime() {
        return dice.between(1, dice.percent(OFTEN) ? Agenda.HOUR : LONG_DOWNTIME);
    }

    void note(Supplier<String> what) {
        if (diary != null) {
            var minutes = agenda.now() % Agenda.DAY;
            diary.accept("%s %02d:%02d %s"
                    .formatted(
                            first.plusDays(agenda.today()), minutes / Agenda.HOUR, minutes % Agenda.HOUR, what.get()));
        }
    }
}
