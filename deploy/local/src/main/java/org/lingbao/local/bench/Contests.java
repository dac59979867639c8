package org.lingbao.local.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.lingbao.local.bench.Outcome.Pair;
import org.lingbao.local.stack.Home;
import org.lingbao.local.stack.PortPlan;

/** Measures, on a stack that is there for nothing else. */
public final class Contests {
    /** The contests by name. */
    public static final List<String> NAMES = List.of("billing");

    private Contests() {}

    /**
     * One pair to warm up, then the pairs that count; after each ours is proven.
     *
     * @param size how many rows
     * @param people hears how it goes; where the document goes as well if it is for people
     * @return the exit status: 1 if the goal is missed
     */
    public static int run(
            Home home,
            PortPlan ports,
            String name,
            int size,
            int pairs,
            boolean json,
            PrintStream out,
            PrintStream people) {
        var contest = switch (name) {
            case "billing" -> new BillingContest(home, ports, size);
            default -> throw new IllegalArgumentException(name);
        };
        var measured = new ArrayList<Pair>();
        for (var turn = 0; turn <= pairs; turn++) {
            var pair = new Pair(contest.ours(), proven(contest));
            if (turn > 0) {
                measured.add(pair);
            }
            people.println("%s: %s %d of %d, ratio %.2f"
                    .formatted(name, turn == 0 ? "warm-up" : "pair", Math.max(1, turn), pairs, pair.ratio()));
        }
        var outcome = new Outcome(contest.name(), contest.unit(), contest.goal(), measured);
        out.println(json ? outcome.json() : outcome.table());
        return outcome.reached() ? 0 : 1;
    }

    private static Run proven(Contest contest) {
        contest.gate();
        return contest.raw();
    }
}
