package org.lingbao.local.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What a contest came to. */
record Outcome(String name, String unit, double goal, List<Pair> pairs) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Outcome {
        pairs = List.copyOf(pairs);
    }

    /** Measured one right after the other. */
    record Pair(Run ours, Run raw) {
        double ratio() {
            return ours.perSecond() / raw.perSecond();
        }
    }

    /** The median of the pairs' ratios: what else the machine does touches both of a pair. */
    double ratio() {
        return median(Pair::ratio);
    }

    boolean reached() {
        return ratio() >= goal;
    }

    double median(ToDoubleFunction<Pair> of) {
        var sorted = pairs.stream().mapToDouble(of).sorted().toArray();
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** For people. */
    String table() {
        var text = new StringBuilder("%s: %s a second, ours and raw%n".formatted(name, unit));
        pairs.forEach(pair -> text.append(String.format(
                Locale.ROOT,
                "  %,12.0f %,12.0f   ratio %.2f%n",
                pair.ours.perSecond(),
                pair.raw.perSecond(),
                pair.ratio())));
        return text.append(String.format(
                        Locale.ROOT,
                        "  median ratio %.2f, goal %.2f: %s; processor %.1f µs each, raw %.1f µs",
                        ratio(),
                        goal,
                        reached() ? "reached" : "MISSED",
                        median(pair -> pair.ours.processorMicros()),
                        median(pair -> pair.raw.processorMicros())))
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
