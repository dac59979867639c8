package org.lingbao.local.bench;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What a contest came to.
 *
 * @param bound what ours is compared with
 * @param load of the machine, before and after
 */
record Outcome(String name, String unit, String bound, double goal, List<Pair> pairs, List<Double> load) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Outcome {
        pairs = List.copyOf(pairs);
        load = List.copyOf(load);
    }

    /** Measured one right after the other. */
    record Pair(Run ours, Run raw) {
        double ratio() {
            return ours.perSecond() / raw.perSecond();
        }

        private String how() {
            return ours.how().isEmpty() ? "" : "   with " + ours.how() + " and " + raw.how();
        }
    }

    /** The median of the pairs' ratios: what else the machine does touches both of a pair. */
    double ratio() {
        return median(Pair::ratio);
    }

    boolean reached() {
        return ratio() >= goal;
    }

    /** What each part of ours used, in microseconds of processor time an operation. */
    private Map<String, Double> parts() {
        var used = new LinkedHashMap<String, Double>();
        for (var part : pairs.getFirst().ours.processor().keySet()) {
            used.put(part, rounded(median(pair -> pair.ours.processorMicros(part))));
        }
        return used;
    }

    double median(ToDoubleFunction<Pair> of) {
        var sorted = pairs.stream().mapToDouble(of).sorted().toArray();
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** For people. */
    String table() {
        var text = new StringBuilder(String.format("%s: %s a second, ours and %s%n", name, unit, bound));
        pairs.forEach(pair -> text.append(String.format(
                Locale.ROOT,
                "  %,12.0f %,12.0f   ratio %.2f%s%n",
                pair.ours.perSecond(),
                pair.raw.perSecond(),
                pair.ratio(),
                pair.how())));
        return text.append(String.format(
                        Locale.ROOT,
                        "  median ratio %.2f, goal %.2f: %s%n",
                        ratio(),
                        goal,
                        reached() ? "reached" : "MISSED"))
                .append(String.format(
                        Locale.ROOT,
                        "  processor %.1f µs each (%s), %s %.1f µs; who sends the load %.1f and %.1f µs%n",
                        median(pair -> pair.ours.processorMicros()),
                        parts().entrySet().stream()
                                .map(part -> String.format(Locale.ROOT, "%s %.1f", part.getKey(), part.getValue()))
                                .collect(joining(", ")),
                        bound,
                        median(pair -> pair.raw.processorMicros()),
                        median(pair -> pair.ours.loaderMicros()),
                        median(pair -> pair.raw.loaderMicros())))
                .append(String.format(
                        Locale.ROOT, "  load of the machine %.1f before, %.1f after", load.getFirst(), load.getLast()))
                .toString();
    }

    /** For machines, in one line. */
    String json() {
        var line = new LinkedHashMap<String, Object>();
        line.put("name", name);
        line.put("ratio", rounded(ratio()));
        line.put("goal", goal);
        line.put("pairs", pairs.stream().map(pair -> rounded(pair.ratio())).toList());
        line.put("perSecond", Math.round(median(pair -> pair.ours.perSecond())));
        line.put("cpuMicrosPerOp", rounded(median(pair -> pair.ours.processorMicros())));
        line.put("cpuMicrosPerOpByPart", parts());
        line.put("loaderMicrosPerOp", rounded(median(pair -> pair.ours.loaderMicros())));
        line.put("bound", bound);
        line.put("boundPerSecond", Math.round(median(pair -> pair.raw.perSecond())));
        line.put("boundCpuMicrosPerOp", rounded(median(pair -> pair.raw.processorMicros())));
        line.put("boundLoaderMicrosPerOp", rounded(median(pair -> pair.raw.loaderMicros())));
        line.put("load", load.stream().map(Outcome::rounded).toList());
        line.put("gate", "ok");
        try {
            return JSON.writeValueAsString(line);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
