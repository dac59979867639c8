package org.lingbao.manifests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is told of all overlays. */
record Report(List<Overlay> overlays, List<Finding> findings) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Report of(List<Overlay> overlays, Check checks) {
        return new Report(
                overlays, overlays.stream().flatMap(checks::findings).distinct().toList());
    }

    Report and(Report more) {
        return new Report(
                Stream.concat(overlays.stream(), more.overlays.stream()).toList(),
                Stream.concat(findings.stream(), more.findings.stream()).toList());
    }

    /** The same finding in several overlays is one line that names them all. */
    String text() {
        var same = new LinkedHashMap<Finding, TreeSet<String>>();
        for (var finding : findings) {
            var anywhere = new Finding("", finding.file(), finding.object(), finding.what(), finding.fix());
            var added = same.computeIfAbsent(anywhere, none -> new TreeSet<>()).add(finding.overlay());
            assert added;
        }
        var lines = same.entrySet().stream()
                .map(entry -> new Finding(
                                String.join(", ", entry.getValue()),
                                entry.getKey().file(),
                                entry.getKey().object(),
                                entry.getKey().what(),
                                entry.getKey().fix())
                        .line())
                .collect(Collectors.joining("\n"));
        var summary = overlays.stream()
                        .map(overlay ->
                                overlay.name() + " with " + overlay.objects().size() + " objects")
                        .collect(Collectors.joining(", "))
                + ": "
                + (same.isEmpty() ? "all as it should be" : same.size() + " findings");
        return same.isEmpty() ? summary : lines + "\n" + summary;
    }

    String json() {
        return json(Map.of(
                "overlays",
                overlays.stream()
                        .map(overlay -> Map.of(
                                "name",
                                overlay.name(),
                                "objects",
                                overlay.objects().size()))
                        .toList(),
                "findings",
                findings));
    }

    static String json(Object value) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
