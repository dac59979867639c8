package org.lingbao.manifests;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An alert asks for metrics that there are, says how much it matters, and leads to a page that tells what to do. */
record Alerts(Path root, Shown shown) implements Check {
    private static final Pattern RUNBOOK =
            Pattern.compile("(?<page>docs/operating/[A-Za-z-]+\\.md)#(?<heading>[a-z0-9-]+)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{2,3} (?<heading>.+)$");
    private static final Set<String> SEVERITIES = Set.of("page", "ticket");
    private static final String COMMANDS = "```sh";

    static Stream<JsonNode> of(Manifest object) {
        return Manifest.each(object.at("/spec/groups"))
                .flatMap(group -> Manifest.each(group.path("rules")))
                .filter(rule -> rule.has("alert"));
    }

    @Override
    public Stream<Finding> findings(Overlay overlay) {
        var names = new HashSet<String>();
        return overlay.all("PrometheusRule")
                .flatMap(object -> of(object)
                        .flatMap(alert -> Stream.concat(
                                new Rules(overlay, object)
                                        .require(
                                                names.add(name(alert)),
                                                "has two alerts " + name(alert),
                                                "give one of them another name"),
                                alert(overlay, object, alert))));
    }

    private static String name(JsonNode alert) {
        return alert.path("alert").asText();
    }

    private Stream<Finding> alert(Overlay overlay, Manifest object, JsonNode alert) {
        var rules = new Rules(overlay, object);
        var where = "alert " + name(alert);
        return Stream.of(
                        shown.findings(
                                overlay, object, where, alert.path("expr").asText()),
                        rules.require(
                                SEVERITIES.contains(alert.at("/labels/severity").asText()),
                                where + " does not say whom to wake",
                                "labels: {severity: page} or ticket"),
                        rules.require(
                                !alert.at("/annotations/summary").asText().isBlank(),
                                where + " has no summary",
                                "annotations.summary, one sentence with {{ $labels.cell }} or {{ $labels.namespace }}"),
                        runbook(rules, where, alert))
                .flatMap(finding -> finding);
    }

    private Stream<Finding> runbook(Rules rules, String where, JsonNode alert) {
        var url = alert.at("/annotations/runbook_url").asText();
        var named = RUNBOOK.matcher(url);
        var fix = "annotations.runbook_url: docs/operating/alerts.md#" + slug(name(alert));
        if (!named.matches()) {
            return rules.require(false, where + " leads to no page of docs/operating: " + url, fix);
        }
        var section = section(root.resolve(named.group("page")), named.group("heading"));
        return section.isEmpty()
                ? rules.require(false, where + " leads to " + url + ", which is not there", fix)
                : rules.require(
                        section.get().contains(COMMANDS),
                        where + " leads to " + url + ", which names no command",
                        "say there how to look, as " + COMMANDS);
    }

    /** What stands under a heading, up to the next one. */
    private static Optional<String> section(Path page, String heading) {
        if (!Files.isRegularFile(page)) {
            return Optional.empty();
        }
        try {
            var text = Files.readString(page);
            var found = HEADING.matcher(text).results().toList();
            for (var place = 0; place < found.size(); place++) {
                if (slug(found.get(place).group("heading")).equals(heading)) {
                    var end = place + 1 < found.size() ? found.get(place + 1).start() : text.length();
                    return Optional.of(text.substring(found.get(place).end(), end));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As GitHub makes an anchor of a heading. */
    private static String slug(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
    }

    /** The queries of all alerts. */
    static Set<String> queries(Overlay overlay) {
        return overlay.all("PrometheusRule")
                .flatMap(Alerts::of)
                .map(alert -> alert.path("expr").asText())
                .collect(toSet());
    }
}
