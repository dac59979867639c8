package org.lingbao.local.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.lingbao.local.faults.Wire.Outcome;
import org.lingbao.local.part.Pause;
import org.lingbao.local.stack.Service;

/**
 * Asks for writes as a careful partner does: the journal first, again under the same key while there is no answer, and an
 * outcome that stays unknown is kept as that until it is asked for at the end.
 */
final class Client {
    private static final int TRIES = 4;
    private static final long BETWEEN_MILLIS = 250;
    private static final int NOT_FOUND = 404;
    /** Enrollment has opened it, and the event is on its way. */
    private static final String NOT_YET = "RELATION_NOT_KNOWN";

    private final Journal journal;
    private final Wire wire;
    private final ToIntFunction<Service> port;
    private final Tally tally;
    private final Map<String, Command> unknown = new LinkedHashMap<>();

    Client(Journal journal, Wire wire, ToIntFunction<Service> port, Tally tally) {
        this.journal = journal;
        this.wire = wire;
        this.port = port;
        this.tally = tally;
    }

    /**
     * Asks, also for what was asked for before and is unknown.
     *
     * @return the answer that it was done; nothing where it was refused, or is unknown for now
     */
    Optional<Outcome.Answered> write(Command command) {
        journal.asked(command.kind(), command.key(), command.about());
        for (var attempt = 0; attempt < TRIES; attempt++) {
            if (attempt > 0) {
                Pause.millis(BETWEEN_MILLIS);
            }
            var outcome = attempt(command);
            if (outcome instanceof Outcome.Answered answered && !isEarly(answered)) {
                forget(command);
                return Optional.of(answered).filter(Outcome.Answered::done);
            }
        }
        keep(command);
        return Optional.empty();
    }

    /** Asks again for all whose outcome is unknown, until every one is told or the time is over. */
    void resolve(Duration limit) {
        var deadline = System.nanoTime() + limit.toNanos();
        for (var open = unknown(); !open.isEmpty() && System.nanoTime() < deadline; open = unknown()) {
            for (var command : open) {
                if (attempt(command) instanceof Outcome.Answered answered && !isEarly(answered)) {
                    forget(command);
                }
            }
            Pause.millis(BETWEEN_MILLIS);
        }
    }

    private static boolean isEarly(Outcome.Answered answered) {
        return answered.status() == NOT_FOUND && answered.codes().contains(NOT_YET);
    }

    private Outcome attempt(Command command) {
        var asked = System.nanoTime();
        var outcome = wire.send(command, port.applyAsInt(command.service()));
        tally.seen(outcome, asked);
        switch (outcome) {
            case Outcome.Answered answered when isEarly(answered) -> {}
            case Outcome.Answered answered
            when answered.done() -> {
                journal.acknowledged(command.key(), command.learn().apply(answered.body()));
                tally.acknowledged(command.kind(), asked);
            }
            case Outcome.Answered answered -> journal.refused(command.key(), answered.codes());
            case Outcome.Unavailable unavailable ->
                journal.unanswered(command.key(), Integer.toString(unavailable.status()));
            case Outcome.Silent silent -> journal.unanswered(command.key(), silent.why());
        }
        return outcome;
    }

    private void keep(Command command) {
        synchronized (unknown) {
            unknown.put(command.key(), command);
        }
    }

    private void forget(Command command) {
        synchronized (unknown) {
            var unused = unknown.remove(command.key());
        }
    }

    private List<Command> unknown() {
        synchronized (unknown) {
            return new ArrayList<>(unknown.values());
        }
    }
}
