package org.lingbao.local.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.lingbao.local.demo.Story;

/**
 * One part killed with -9 at one step of the story.
 *
 * @param kind what is killed, and so what must hold
 * @param part its name in the stack's report
 * @param step of the story, at whose beginning it is killed
 */
record Fault(Kind kind, String part, String step) {
    /** What kind of part it is. */
    enum Kind {
        /** A service: the story stops or not; after a restart it goes on to the same person and the same fen. */
        SERVICE,
        /** PostgreSQL: every request is answered 503 meanwhile; no service needs a restart. */
        DATABASE,
        /** Kafka: nothing is refused meanwhile; the events follow when it is back. */
        BROKER
    }

    /** Every service at every step, and the two servers where they matter most. */
    static List<Fault> all() {
        var faults = new ArrayList<Fault>();
        for (var step : Story.STEPS) {
            faults.add(new Fault(Kind.SERVICE, "enrollment 37", step));
            faults.add(new Fault(Kind.SERVICE, "contribution 37", step));
        }
        faults.addAll(servers());
        return faults;
    }

    /** Both servers, and a few of the others as the seed has it. */
    static List<Fault> some(long seed, int services) {
        var chosen = new ArrayList<>(
                all().stream().filter(fault -> fault.kind() == Kind.SERVICE).toList());
        Collections.shuffle(chosen, new Random(seed));
        var faults = new ArrayList<>(chosen.subList(0, Math.min(services, chosen.size())));
        faults.addAll(servers());
        return faults;
    }

    private static List<Fault> servers() {
        return List.of(
                new Fault(Kind.DATABASE, "PostgreSQL", Story.PAY),
                new Fault(Kind.BROKER, "Kafka", Story.REGISTER),
                new Fault(Kind.BROKER, "Kafka", Story.PAY));
    }

    @Override
    public String toString() {
        return part + " killed at \"" + step + "\"";
    }
}
