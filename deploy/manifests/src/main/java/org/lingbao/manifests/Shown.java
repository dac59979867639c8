package org.lingbao.manifests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The metrics that services show: the lists against which a test of each service holds it.
 *
 * @param names of all services
 */
record Shown(Set<String> names) {
    static final String FOLDER = "deploy/observability/metrics";
    private static final String OURS = "lingbao_";

    /** Prometheus makes it itself, of each thing that it asks. */
    private static final String OF_PROMETHEUS = "up";

    static Shown read(Path root) {
        try (var files = Files.list(root.resolve(FOLDER))) {
            return new Shown(files.flatMap(Shown::lines).collect(Collectors.toCollection(TreeSet::new)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().map(String::strip).filter(line -> !line.isEmpty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a query of this object. */
    Stream<Finding> findings(Overlay overlay, Manifest object, String where, String query) {
        try {
            return PromQl.metrics(query).stream()
                    .filter(metric -> !names.contains(metric) && !metric.equals(OF_PROMETHEUS))
                    .map(metric -> overlay.finding(
                            object,
                            where + " asks for " + metric + ", which no service shows",
                            "one of " + FOLDER
                                    + ", or add it there: a test of the service holds it against what it shows"));
        } catch (PromQl.Unreadable mistake) {
            return Stream.of(overlay.finding(object, where + " " + mistake.getMessage(), "correct " + query));
        }
    }

    /** Figures of this project's making that nobody looks at. */
    Stream<String> unseen(Stream<String> queries) {
        var seen = queries.flatMap(Shown::metrics).collect(Collectors.toSet());
        return names.stream().filter(name -> name.startsWith(OURS) && !seen.contains(name));
    }

    private static Stream<String> metrics(String query) {
        try {
            return PromQl.metrics(query).stream();
        } catch (PromQl.Unreadable told) {
            return Stream.empty();
        }
    }
}
