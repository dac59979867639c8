package org.lingbao.bench;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs all benchmarks on one core and holds each rule against its goal and against the bare loop of the same run. Counted is
 * processor time, because the machine may do other work.
 */
public final class Main {
    private static final int MISSED = 1;
    private static final double NANOS_A_SECOND = 1e9;

    /** How many a second one core must do, so that a run over a province is a matter of minutes. */
    private enum Goal {
        RETIREMENT_AGE(RetirementAgeBenchmark.class, 5_000_000),
        FORECAST(ForecastBenchmark.class, 100_000);

        private final String name;
        private final long perSecond;

        Goal(Class<?> benchmark, long perSecond) {
            this.name = benchmark.getName();
            this.perSecond = perSecond;
        }
    }

    private Main() {}

    /** @param args none, or regular expressions of JMH for the benchmarks to run */
    public static void main(String[] args) throws RunnerException {
        var options = new OptionsBuilder()
                .forks(1)
                .threads(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(2))
                .verbosity(VerboseMode.SILENT)
                .jvmArgs("-Xmx256m", "-XX:+UseSerialGC");
        for (var arg : args) {
            options.include(arg);
        }
        var before = load();
        var results = new Runner(options.build()).run();
        var reached = print(results);
        System.out.printf(Locale.ROOT, "load of the machine: %.1f before, %.1f after%n", before, load());
        System.exit(reached ? 0 : MISSED);
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static boolean print(Collection<RunResult> results) {
        var reached = true;
        for (var result : results) {
            if (!method(result).equals("rule")) {
                continue;
            }
            var goal = goal(result);
            var rule = score(result);
            var raw = score(raw(result, results));
            reached &= rule >= goal.perSecond;
            System.out.printf(
                    Locale.ROOT,
                    "%-16s %-18s %,10.0f per processor second (goal %,d: %s), by the clock %,.0f; bare loop %,.0f, ratio %.3f%n",
                    goal.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    parameters(result),
                    rule,
                    goal.perSecond,
                    rule >= goal.perSecond ? "reached" : "MISSED",
                    result.getPrimaryResult().getScore(),
                    raw,
                    rule / raw);
        }
        return reached;
    }

    private static Goal goal(RunResult result) {
        for (var goal : Goal.values()) {
            if (result.getParams().getBenchmark().startsWith(goal.name)) {
                return goal;
            }
        }
        throw new IllegalStateException("no goal for " + result.getParams().getBenchmark());
    }

    private static RunResult raw(RunResult rule, Collection<RunResult> results) {
        var name = rule.getParams().getBenchmark().replace(".rule", ".raw");
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().equals(name))
                .filter(result -> parameters(result).equals(parameters(rule)))
                .findFirst()
                .orElseThrow();
    }

    private static String method(RunResult result) {
        var name = result.getParams().getBenchmark();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String parameters(RunResult result) {
        var text = new StringBuilder();
        for (var key : result.getParams().getParamsKeys()) {
            text.append(key).append('=').append(result.getParams().getParam(key));
        }
        return text.toString();
    }

    /** Answers a second of processor time. */
    private static double score(RunResult result) {
        return counter(result, "answers") / counter(result, "nanos") * NANOS_A_SECOND;
    }

    private static double counter(RunResult result, String name) {
        return Objects.requireNonNull(result.getSecondaryResults().get(name), name)
                .getScore();
    }
}
