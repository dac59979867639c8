package org.lingbao.local.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.lingbao.local.demo.Story;
import org.lingbao.local.demo.Story.Plot;

/**
 * One part killed with -9 at one step of the story.
 *
 * @param kind what is killed, and so what must hold
 * @param part its name in the stack's report
 * @param step of the story
 * @param afterMillis after the step's beginning: a transfer goes on by itself while the story waits for it
 */
record Fault(Kind kind, String part, String step, int afterMillis) {
    /** What kind of part it is. */
    enum Kind {
        /** A service: the story stops or not; after a restart it goes on to the same person and the same fen. */
        SERVICE,
        /** PostgreSQL: every request is answered 503 meanwhile; no service needs a restart. */
        DATABASE,
        /** Kafka: nothing is refused meanwhile; the events follow when it is back. */
        BROKER
    }

    /** All on one day, so that hundreds of them fit into a year. */
    static final Plot PLOT = Plot.ONE_DAY;

    private static final Set<String> IN_LIAONING = Set.of(Story.REGISTER, Story.ENROLL, Story.TIER, Story.TAX);
    private static final Set<String> IN_BOTH =
            Set.of(Story.JOIN, Story.APPLY, Story.SEND, Story.ARRIVE, Story.COMPARE, Story.PROOF);
    private static final Set<String> AT_THE_INN = Set.of(Story.ACCEPT, Story.SCAN, Story.GIG_PAID);
    private static final Set<String> BEFORE_A_GIG = Set.of(Story.POST_GIG, Story.RECOMMEND);
    private static final List<Integer> MOMENTS_MILLIS = List.of(60, 150, 400, 1000);

    /** Every service that takes part in a step, and the two servers where they matter most. */
    static List<Fault> all() {
        return Stream.concat(services().stream(), servers().stream()).toList();
    }

    static List<Fault> services() {
        var faults = new ArrayList<Fault>();
        for (var step : PLOT.steps()) {
            parts(step).forEach(part -> faults.add(new Fault(Kind.SERVICE, part, step, 0)));
        }
        for (var step : List.of(Story.APPLY, Story.SEND)) {
            for (var part : parts(step)) {
                MOMENTS_MILLIS.forEach(moment -> faults.add(new Fault(Kind.SERVICE, part, step, moment)));
            }
        }
        return faults;
    }

    private static List<String> parts(String step) {
        if (IN_BOTH.contains(step)) {
            return List.of("transfer 21", "transfer 37", "contribution 21", "contribution 37");
        }
        if (AT_THE_INN.contains(step)) {
            return List.of("job-matching 37");
        }
        if (BEFORE_A_GIG.contains(step)) {
            return List.of("job-matching 37", "enrollment 37");
        }
        return IN_LIAONING.contains(step)
                ? List.of("enrollment 21", "contribution 21")
                : List.of("enrollment 37", "contribution 37");
    }

    /** Both servers, and a few of the others as the seed has it. */
    static List<Fault> some(long seed, int services) {
        var chosen = new ArrayList<>(services());
        Collections.shuffle(chosen, new Random(seed));
        var faults = new ArrayList<>(chosen.subList(0, Math.min(services, chosen.size())));
        faults.addAll(servers());
        return faults;
    }

    private static List<Fault> servers() {
        return List.of(
                new Fault(Kind.DATABASE, "PostgreSQL", Story.PAY, 0),
                new Fault(Kind.BROKER, "Kafka", Story.COLLEAGUE, 0),
                new Fault(Kind.BROKER, "Kafka", Story.PAY, 0));
    }

    @Override
    public String toString() {
        return part + " killed at \"" + step + "\"" + (afterMillis == 0 ? "" : " after " + afterMillis + " ms");
    }
}
