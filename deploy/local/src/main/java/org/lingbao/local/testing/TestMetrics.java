package org.lingbao.local.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lingbao.local.part.Pause;

/**
 * The metrics that dashboards and alerts may name: {@code deploy/observability/metrics} has a list for each service, and a test
 * of each service holds its list against what the service really shows.
 */
public final class TestMetrics {
    private static final String OURS = "lingbao_";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final long BETWEEN_MILLIS = 200;

    private TestMetrics() {}

    /**
     * Waits until a service, such as {@code job-matching}, shows all that is in its list, and nothing of this project's making
     * that is not: some figures are there only after what they count.
     *
     * @param get asks the service for a path
     * @throws AssertionError with what is missing, and where
     */
    public static void prove(String service, UnaryOperator<String> get) {
        var _ = get.apply("/nowhere"); // what is not found is counted, too
        var listed = listed(service);
        var deadline = System.nanoTime() + SOON.toNanos();
        while (true) {
            var shown = names(get.apply("/q/metrics"));
            var notShown = without(listed, shown);
            var notListed = without(shown, listed);
            notListed.removeIf(name -> !name.startsWith(OURS));
            if (notShown.isEmpty() && notListed.isEmpty()) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError(service + " does not show " + notShown + ", and its list lacks " + notListed);
            }
            Pause.millis(BETWEEN_MILLIS);
        }
    }

    private static Set<String> listed(String service) {
        var root = Path.of(System.getProperty("lingbao.root", "..")).toAbsolutePath();
        try (var lines = Files.lines(root.resolve("deploy/observability/metrics/" + service + ".txt"))) {
            return sorted(lines.map(String::strip).filter(line -> !line.isEmpty()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the samples. */
    private static Set<String> names(String metrics) {
        return sorted(metrics.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0]));
    }

    private static Set<String> without(Set<String> names, Set<String> others) {
        return sorted(names.stream().filter(name -> !others.contains(name)));
    }

    private static Set<String> sorted(Stream<String> names) {
        return names.collect(Collectors.toCollection(TreeSet::new));
    }
}
