package org.lingbao.transfer.simulation;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Runs random histories of transfers between two cells and says whether anything was lost or doubled, or did not end.
 * The same seed gives the same histories.
 *
 * <pre>--seed N        the seed (1)
 * --histories H   how many (20000)
 * --history K     only the K-th of them, told step by step
 * --from DAY      the year in which they take place begins on this day (2026-01-05)</pre>
 *
 * The last line is {@code H histories, V violations}; the exit status is 1 if there was any, 2 for a wrong option.
 */
final class Histories {
    private static final Set<String> OPTIONS = Set.of("--seed", "--histories", "--history", "--from");
    private static final int WRONG_USE = 2;
    private static final int TENTHS = 10;
    private static final int MOST_SHOWN = 10;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final long NANOS_A_SECOND = 1_000_000_000;

    private final Protocol protocol;
    private final long seed;
    private final LocalDate from;
    private final Tally tally = new Tally();
    private int violations;

    Histories(Protocol protocol, long seed, LocalDate from) {
        this.protocol = protocol;
        this.seed = seed;
        this.from = from;
    }

    static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            System.exit(run(options(arguments), out));
        } catch (IllegalArgumentException | DateTimeException e) {
            out.println(
                    "Not understood: " + e.getMessage() + ". Options: --seed N --histories H --history K --from DAY");
            System.exit(WRONG_USE);
        }
    }

    private static int run(Map<String, String> options, PrintStream out) {
        var histories = new Histories(
                Protocol.REAL,
                Long.parseLong(options.getOrDefault("--seed", "1")),
                LocalDate.parse(options.getOrDefault("--from", "2026-01-05")));
        var one = options.get("--history");
        if (one == null) {
            histories.run(Integer.parseInt(options.getOrDefault("--histories", "20000")), out);
        } else {
            histories.tell(Integer.parseInt(one), out);
        }
        return histories.violations == 0 ? 0 : 1;
    }

    private static Map<String, String> options(String[] arguments) {
        var options = new HashMap<String, String>();
        for (var at = 0; at < arguments.length; at += 2) {
            if (!OPTIONS.contains(arguments[at]) || at + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[at]);
            }
            options.put(arguments[at], arguments[at + 1]);
        }
        return options;
    }

    int violations() {
        return violations;
    }

    Tally tally() {
        return tally;
    }

    void run(int histories, PrintStream out) {
        var begun = System.nanoTime();
        var tenth = Math.max(1, histories / TENTHS);
        for (var number = 1; number <= histories; number++) {
            var world = world(number);
            var broken = world.run();
            tally.add(world.tally);
            if (!broken.isEmpty()) {
                violations++;
                show(number, broken, out);
            }
            if (number % tenth == 0) {
                out.println("%9d histories, %d s".formatted(number, (System.nanoTime() - begun) / NANOS_A_SECOND));
            }
        }
        out.println(tally);
        out.println("%d histories, %d violations".formatted(histories, violations));
    }

    private World world(int number) {
        return new World(protocol, seed * SPREAD + number, from, null);
    }

    private void show(int number, List<String> broken, PrintStream out) {
        if (violations <= MOST_SHOWN) {
            out.println("VIOLATION in history %d of seed %d: %s".formatted(number, seed, broken.getFirst()));
        }
    }

    private void tell(int number, PrintStream out) {
        var broken = new World(protocol, seed * SPREAD + number, from, out::println).run();
        violations = broken.isEmpty() ? 0 : 1;
        broken.forEach(out::println);
        out.println("1 histories, %d violations".formatted(violations));
    }
}
