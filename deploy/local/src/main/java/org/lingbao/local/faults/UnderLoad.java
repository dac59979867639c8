package org.lingbao.local.faults;

import java.time.Duration;
import java.util.List;
import java.util.function.ToIntFunction;
import org.lingbao.local.faults.Journal.Entry;
import org.lingbao.local.faults.Journal.Kind;
import org.lingbao.local.faults.Journal.State;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.stack.Service;

/**
 * Does something to the stack while a load is under way, and checks what must hold afterwards.
 *
 * @param patience of the load's clients with one request
 * @param port of a service, as the load asks for it
 * @param windows how many customers each terminal serves at a time
 */
record UnderLoad(Ground ground, String trial, Duration patience, ToIntFunction<Service> port, int windows) {
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(10);
    private static final int SHOWN = 20;

    /** What is done; the stack is whole afterwards. */
    @FunctionalInterface
    interface Disturbance {
        /** @return what is to be said of it beside the load's figures */
        String during(Load load);
    }

    UnderLoad(Ground ground, String trial) {
        this(ground, trial, USUAL_PATIENCE);
    }

    UnderLoad(Ground ground, String trial, Duration patience) {
        this(ground, trial, patience, service -> ground.ports().service(Load.CELL, service), 1);
    }

    UnderLoad(Ground ground, String trial, ToIntFunction<Service> port) {
        this(ground, trial, USUAL_PATIENCE, port, 1);
    }

    UnderLoad with(int windows) {
        return new UnderLoad(ground, trial, patience, port, windows);
    }

    String run(Disturbance disturbance) {
        var evidence = Evidence.begin(ground);
        try (var load = Load.begin(ground, trial, patience, port, windows)) {
            String said;
            try {
                said = disturbance.during(load);
            } finally {
                ground.startMissing().run();
            }
            var journal = load.end();
            var violations = new Invariants(journal, evidence.found(journal)).violations();
            var line = figures(load.tally(), journal) + (said.isEmpty() ? "" : ", " + said);
            if (violations.isEmpty()) {
                return line;
            }
            violations.stream().limit(SHOWN).forEach(violation -> ground.out().println("    " + violation));
            throw new PartFailed(violations.size() + " violations, the first: " + violations.getFirst() + " " + line);
        }
    }

    static String figures(Tally tally, List<Entry> journal) {
        return "%d requests, %d acknowledged (%d payments), %d refused, %d unknown and then resolved, longest gap %s"
                .formatted(
                        tally.requests(),
                        count(journal, State.ACKNOWLEDGED),
                        journal.stream()
                                .filter(entry -> entry.acknowledged() && entry.kind() == Kind.PAYMENT)
                                .count(),
                        count(journal, State.REFUSED),
                        journal.stream().filter(Entry::doubted).count(),
                        seconds(tally.longestGap()));
    }

    private static long count(List<Entry> journal, State state) {
        return journal.stream().filter(entry -> entry.state() == state).count();
    }

    static String seconds(Duration time) {
        return "%.1f s".formatted(time.toMillis() / 1000.0);
    }
}
