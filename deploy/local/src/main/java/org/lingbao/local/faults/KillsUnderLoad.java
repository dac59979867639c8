package org.lingbao.local.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Kills parts with -9 while writes are under way, one after the other, and starts each again.
 *
 * @param victims what is killed, in which order
 * @param windows how many customers each terminal serves at a time
 */
record KillsUnderLoad(String name, String sentence, BiFunction<Ground, Random, List<String>> victims, int windows)
        implements Trial {
    /** So many that payments come while others are booked, and are booked together. */
    private static final int CROWDED = 8;

    private static final Duration RECOVERY = Duration.ofSeconds(180);
    private static final int LONGEST_CALM_MILLIS = 1500;
    private static final int LONGEST_ABSENCE_MILLIS = 1000;
    private static final int BRIEFLY = 2;

    /** Each part in turn. */
    static KillsUnderLoad each() {
        return new KillsUnderLoad(
                "kill",
                "each service, PostgreSQL and Kafka killed with -9 under load and started again: what was acknowledged"
                        + " is there exactly once",
                KillsUnderLoad::inTurn,
                1);
    }

    /** The service that books payments, its database and the broker, many times. */
    static KillsUnderLoad posting() {
        return new KillsUnderLoad(
                "posting",
                "terminals post payments while the service, the database and the broker are killed with -9 at random:"
                        + " no payment is lost and none is booked twice",
                (ground, random) -> ground.kills().parts(random),
                CROWDED);
    }

    private static List<String> inTurn(Ground ground, Random random) {
        var parts = new ArrayList<>(Parts.all());
        Collections.shuffle(parts, random);
        return ground.brief() ? parts.subList(0, BRIEFLY) : parts;
    }

    @Override
    public String run(Ground ground) {
        var random = ground.random(name);
        var chosen = victims.apply(ground, random);
        return new UnderLoad(ground, name).with(windows).run(load -> {
            var times = new TreeMap<String, List<Duration>>();
            for (var part : chosen) {
                Parts.pause(random, LONGEST_CALM_MILLIS);
                times.computeIfAbsent(part, any -> new ArrayList<>()).add(kill(ground, load, part, random));
            }
            return chosen.size() + " kills, all writes again after " + figures(times);
        });
    }

    /** @return how long it takes until all kinds of writes are acknowledged again */
    private static Duration kill(Ground ground, Load load, String part, Random random) {
        var begun = System.nanoTime();
        ground.kill(part);
        Parts.pause(random, LONGEST_ABSENCE_MILLIS);
        new Parts(ground).start(part);
        var unused = load.awaitWrites(Load.ALL, RECOVERY);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Median and longest of each part. */
    private static String figures(Map<String, List<Duration>> times) {
        return times.entrySet().stream()
                .map(entry -> {
                    var sorted = entry.getValue().stream().sorted().toList();
                    var median = UnderLoad.seconds(sorted.get(sorted.size() / 2));
                    return sorted.size() == 1
                            ? "%s %s".formatted(entry.getKey(), median)
                            : "%s %s (longest of %d: %s)"
                                    .formatted(
                                            entry.getKey(), median, sorted.size(), UnderLoad.seconds(sorted.getLast()));
                })
                .collect(Collectors.joining(", "));
    }
}
