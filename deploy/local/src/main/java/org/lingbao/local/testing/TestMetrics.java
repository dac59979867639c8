package org.lingbao.local.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The metrics that dashboards and alerts may name: {@code deploy/observability/metrics} has a list for each service, and a test
 * of each service holds its list against what the service really shows.
 */
public final class TestMetrics {
    private static final String OURS = "lingbao_";

    private TestMetrics() {}

    /** The list of a service, such as {@code job-matching}. */
    public static Set<String> listed(String service) {
        var root = Path.of(System.getProperty("lingbao.root", "..")).toAbsolutePath();
        try (var lines = Files.lines(root.resolve("deploy/observability/metrics/" + service + ".txt"))) {
            return sorted(lines.map(String::strip).filter(line -> !line.isEmpty()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the samples in what {@code /q/metrics} answers. */
    public static Set<String> names(String metrics) {
        return sorted(metrics.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0]));
    }

    /** Those of them that are of this project's making: a list has all of these. */
    public static Set<String> ours(Set<String> names) {
        return sorted(names.stream().filter(name -> name.startsWith(OURS)));
    }

    private static Set<String> sorted(Stream<String> names) {
        return names.collect(Collectors.toCollection(TreeSet::new));
    }
}
