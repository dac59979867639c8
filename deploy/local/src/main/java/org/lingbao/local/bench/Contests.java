package org.lingbao.local.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lingbao.local.bench.Outcome.Pair;
import org.lingbao.local.stack.Home;
import org.lingbao.local.stack.PortPlan;
import org.lingbao.local.stack.Service;

/** Measures, on a stack that is there for nothing else. */
public enum Contests {
    BILLING(300_000, Service.CONTRIBUTION, BillingContest::new),
    POSTING(80_000, Service.CONTRIBUTION, PostingContest::new),
    HOTBANK(40_000, Service.CONTRIBUTION, HotBankContest::new),
    READ(100_000, Service.CONTRIBUTION, ReadContest::new),
    RELAY(200_000, Service.CONTRIBUTION, RelayContest::new),
    ENROLL(12_000, Service.ENROLLMENT, EnrollContest::new),
    IMPORT(300_000, Service.ENROLLMENT, ImportContest::new);

    private final int usualSize;
    private final Service service;
    private final Making making;

    Contests(int usualSize, Service service, Making making) {
        this.usualSize = usualSize;
        this.service = service;
        this.making = making;
    }

    @FunctionalInterface
    private interface Making {
        Contest on(Ground ground, int size);
    }

    /** The one of this name, as in {@code billing}. */
    public static Optional<Contests> named(String text) {
        return Arrays.stream(values()).filter(one -> one.text().equals(text)).findFirst();
    }

    /** Their names, with commas. */
    public static String names() {
        return Arrays.stream(values()).map(Contests::text).collect(Collectors.joining(", "));
    }

    private String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How many operations a run has unless somebody says otherwise. */
    public int usualSize() {
        return usualSize;
    }

    /**
     * One pair to warm up, then the pairs that count, each beginning with the other side; after each, ours is proven.
     *
     * @param size how many operations a run has
     * @param people hears how it goes
     * @return the exit status: 1 if the goal is missed
     */
    public int run(Home home, PortPlan ports, int size, int pairs, boolean json, PrintStream out, PrintStream people) {
        var before = load();
        var ground = new Ground(home, ports, service, people);
        var measured = new ArrayList<Pair>();
        Contest contest;
        try (var bystanders = new Bystanders(ground)) {
            assert bystanders != null;
            contest = making.on(ground, size);
            for (var turn = 0; turn <= pairs; turn++) {
                var pair = turn % 2 == 0 ? oursFirst(contest) : rawFirst(contest);
                if (turn > 0) {
                    measured.add(pair);
                }
                people.println("%s: %s %d of %d, ratio %.2f"
                        .formatted(text(), turn == 0 ? "warm-up" : "pair", Math.max(1, turn), pairs, pair.ratio()));
            }
        }
        var outcome =
                new Outcome(text(), contest.unit(), contest.bound(), contest.goal(), measured, List.of(before, load()));
        out.println(json ? outcome.json() : outcome.table());
        return outcome.reached() ? 0 : 1;
    }

    private static Pair oursFirst(Contest contest) {
        var ours = contest.ours();
        contest.gate();
        return new Pair(ours, contest.raw());
    }

    private static Pair rawFirst(Contest contest) {
        var raw = contest.raw();
        var ours = contest.ours();
        contest.gate();
        return new Pair(ours, raw);
    }

    /** How many wanted a processor in the last minute; negative: the system does not tell. */
    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
