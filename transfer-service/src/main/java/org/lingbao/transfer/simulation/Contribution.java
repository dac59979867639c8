package org.lingbao.transfer.simulation;

import java.util.Optional;
import org.lingbao.transfer.transfer.domain.Answer;
import org.lingbao.transfer.transfer.domain.CaseId;

/** The contribution process of a cell: works the instructions off, one transaction each. */
final class Contribution extends Process {
    private static final int HALF = 50;

    final Funds funds;
    final Log<Answered> answers = new Log<>();
    private final Cell cell;
    private boolean polling;

    record Answered(CaseId id, Answer answer) {}

    Contribution(World world, Cell cell, Funds funds) {
        super(world);
        this.cell = cell;
        this.funds = funds;
    }

    void wake() {
        if (isUp() && !polling && cell.instructions.hasNext()) {
            polling = true;
            after(world.delay(), this::poll);
        }
    }

    private void poll() {
        polling = false;
        var log = cell.instructions;
        if (commits(() -> work(log))) {
            log.advance(world.dice.percent(HALF));
            wake();
        }
        cell.wake();
    }

    private void work(Log<Cell.Asked> log) {
        if (world.protocol.isSeen(log.inbox(), log.number())) {
            return;
        }
        log.inbox().set(log.number());
        var asked = log.next();
        Optional<Answer> answer = funds.handle(asked.id(), asked.instruction(), world.moment());
        world.note(() -> name() + " " + asked.instruction() + " -> " + answer);
        answer.ifPresent(given -> answers.append(new Answered(asked.id(), given)));
    }

    @Override
    String name() {
        return cell.place + " contribution";
    }

    @Override
    void restarted() {
        polling = false;
        cell.instructions.forget();
        wake();
    }
}
