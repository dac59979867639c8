package org.lingbao.transfer.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Place;
import org.lingbao.transfer.transfer.domain.CaseId;
import org.lingbao.transfer.transfer.domain.Command;
import org.lingbao.transfer.transfer.domain.Correspondence.Arrival;
import org.lingbao.transfer.transfer.domain.Document;
import org.lingbao.transfer.transfer.domain.Effect;
import org.lingbao.transfer.transfer.domain.Input;
import org.lingbao.transfer.transfer.domain.Instruction;
import org.lingbao.transfer.transfer.domain.Message;
import org.lingbao.transfer.transfer.domain.PersonId;
import org.lingbao.transfer.transfer.domain.Reason;
import org.lingbao.transfer.transfer.domain.Receipt;
import org.lingbao.transfer.transfer.domain.Step;
import org.lingbao.transfer.transfer.domain.TransferIn;
import org.lingbao.transfer.transfer.domain.TransferOut;

/** The transfer process of a cell: state, outbox and inbox in one transaction, and messages sent until they are answered. */
final class Cell extends Process {
    private static final int HALF = 50;
    private static final int FIRST_PAUSE = 30;
    private static final int MOST_DOUBLINGS = 5;

    final Place place;
    final Contribution contribution;
    final Map<CaseId, Docket> dockets = new LinkedHashMap<>();
    final Log<Asked> instructions = new Log<>();
    private boolean polling;

    record Asked(CaseId id, Instruction instruction) {}

    Cell(World world, Place place, Bank bank) {
        super(world);
        this.place = place;
        this.contribution = new Contribution(world, this, new Funds(place, bank, world.dice, world.weather()));
    }

    /** Whether no case goes on and nothing is left to send or to read. */
    boolean isQuiet() {
        if (instructions.hasNext() || contribution.answers.hasNext()) {
            return false;
        }
        for (var docket : dockets.values()) {
            if (docket.isOpen() || docket.waits()) {
                return false;
            }
        }
        return true;
    }

    boolean hasOpen(PersonId person) {
        for (var docket : dockets.values()) {
            var move = docket.move();
            if (move != null && docket.isOpen() && move.person().equals(person)) {
                return true;
            }
        }
        return false;
    }

    void open(TransferIn.Applied state) {
        var docket = new Docket(state.move().id());
        docket.in = state;
        docket.day = world.agenda.today();
        dockets.put(docket.id, docket);
        world.desk.visitLater(this, docket);
    }

    /** @return whether it was done */
    boolean command(Docket docket, Command command) {
        var done = new boolean[1];
        if (commits(() -> done[0] = isDone(docket, command))) {
            wakeAll(docket);
        }
        return done[0];
    }

    private boolean isDone(Docket docket, Command command) {
        var step = step(docket, command);
        write(docket, step);
        return step instanceof Step.Taken<?>;
    }

    /** A message from the other cell. What is sent back may be lost like anything else. */
    void receive(Message message) {
        var reply = new Object[1];
        if (commits(() -> reply[0] = take(message))) {
            switch (Objects.requireNonNull(reply[0])) {
                case Receipt receipt -> world.network.reply(this, message, receipt);
                default -> world.network.gap(this, message);
            }
            wakeAll(dockets.get(message.caseId()));
        }
    }

    private Object take(Message message) {
        var docket = dockets.computeIfAbsent(message.caseId(), Docket::new);
        var arrival = world.protocol.arrival(docket.mail, message.sequence());
        world.note(() -> place + " gets " + message + ": " + arrival);
        return switch (arrival) {
            case Arrival.Next _ -> {
                var step = firstOrNext(docket, message);
                write(docket, step);
                var receipt = Receipt.of(message.sequence(), message.document().type(), step);
                if (docket.mail.arrivalOf(message.sequence())
                        instanceof Arrival.Next) { // not if the protocol is broken
                    docket.mail = docket.mail.answered(receipt);
                }
                yield receipt;
            }
            case Arrival.Repeated(var receipt) -> receipt;
            case Arrival.Early early -> early;
        };
    }

    private Step<?> firstOrNext(Docket docket, Message message) {
        if (docket.in == null && docket.out == null && message.document() instanceof Document.ContactLetter letter) {
            var findings = world.findings(this, letter.subject());
            var opened = world.protocol.open(message.caseId(), letter, findings, world.moment());
            if (opened instanceof Step.Taken<?>) {
                docket.day = world.agenda.today();
                world.desk.visitLater(this, docket);
            }
            return opened;
        }
        return step(docket, message.document());
    }

    /** The partner's answer to a message; only the one that is waited for counts. */
    void receive(CaseId id, Receipt receipt) {
        var docket = dockets.get(id);
        if (docket == null || !docket.mail.awaits(receipt)) {
            return;
        }
        var alive = commits(() -> {
            world.note(() -> place + " hears " + receipt);
            docket.mail = docket.mail.heardOf();
            write(docket, step(docket, receipt));
        });
        if (alive) {
            docket.tries = 0;
            wakeAll(docket);
        }
    }

    /** The partner misses something: all that it has not answered is sent again. */
    void resend(CaseId id) {
        ring(dockets.get(id), world.delay());
    }

    void beginDay() {
        for (var docket : List.copyOf(dockets.values())) {
            if (docket.isOpen() && docket.day < world.agenda.today()) {
                var alive = commits(() -> {
                    docket.day = world.agenda.today();
                    write(docket, step(docket, new Input.DayBegan()));
                });
                if (!alive) {
                    return;
                }
            }
        }
    }

    void wake() {
        if (isUp() && !polling && contribution.answers.hasNext()) {
            polling = true;
            after(world.delay(), this::poll);
        }
    }

    private void poll() {
        polling = false;
        var log = contribution.answers;
        var answered = log.next();
        var docket = Objects.requireNonNull(dockets.get(answered.id()));
        var alive = commits(() -> {
            if (!world.protocol.isSeen(log.inbox(), log.number())) {
                log.inbox().set(log.number());
                write(docket, step(docket, answered.answer()));
            }
        });
        if (alive) {
            log.advance(world.dice.percent(HALF));
            wakeAll(docket);
        }
    }

    private Step<?> step(Docket docket, Input input) {
        if (docket.in != null) {
            return world.protocol.receive(docket.in, input, world.moment());
        }
        return docket.out == null
                ? Step.<TransferOut>refused(Reason.UNKNOWN_CASE)
                : world.protocol.release(docket.out, input, world.moment());
    }

    private void write(Docket docket, Step<?> step) {
        if (step instanceof Step.Taken<?>(var state, var effects)) {
            switch (state) {
                case TransferIn in -> docket.in = in;
                case TransferOut out -> docket.out = out;
                default -> throw new IllegalStateException("no state: " + state);
            }
            effects.forEach(effect -> write(docket, effect));
            world.note(() -> place + " is " + docket + (effects.isEmpty() ? "" : " and " + effects));
        }
    }

    private void write(Docket docket, Effect effect) {
        switch (effect) {
            case Effect.Send(var document) -> {
                var sequence = docket.mail.next();
                docket.mail = docket.mail.written();
                docket.sent.add(new Message(docket.id, place, world.other(this).place, sequence, document));
            }
            case Effect.Ask(var instruction) -> instructions.append(new Asked(docket.id, instruction));
            case Effect.Assign _ -> world.tally.tasks++;
            case Effect.Inform _ -> world.tally.informed++;
        }
    }

    private void wakeAll(@Nullable Docket docket) {
        wake();
        contribution.wake();
        ring(docket, 1);
    }

    /** Unanswered messages are sent in so many minutes, and then again and again with longer and longer pauses. */
    private void ring(@Nullable Docket docket, int minutes) {
        if (docket != null && docket.waits()) {
            var alarm = ++docket.alarm;
            after(minutes, () -> {
                if (docket.alarm == alarm && docket.waits()) {
                    docket.sent.subList(docket.mail.heard(), docket.mail.sent()).forEach(world.network::send);
                    var pause = FIRST_PAUSE << Math.min(docket.tries++, MOST_DOUBLINGS);
                    ring(docket, pause);
                }
            });
        }
    }

    @Override
    String name() {
        return place + " transfer";
    }

    @Override
    void restarted() {
        polling = false;
        contribution.answers.forget();
        dockets.values().forEach(docket -> {
            docket.tries = 0;
            wakeAll(docket);
        });
        beginDay();
    }
}
