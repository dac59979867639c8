package org.lingbao.local.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code contracts/authorization.yaml}: what every caller hears at every door of every service. */
public record Matrix(JsonNode json) {
    /** The doors that the platform gives to every service. */
    private static final String EVERY = "every service";

    /** All who may stand at a door, and the role that their token has. */
    static final Map<String, String> ROLES = Map.of(
            "citizen", "citizen",
            "clerk", "clerk",
            "bank", "bank",
            "terminal", "bank",
            "employer", "employer",
            "operator", "operator",
            "auditor", "auditor",
            "service", "service",
            "tax", "tax");

    private static final Set<String> FIELDS = Set.of("query", "key", "body", "type", "open");

    /** The matrix of a {@code contracts} directory. */
    public static Matrix of(Path contracts) {
        try {
            return new Matrix(new YAMLMapper()
                    .readTree(contracts.resolve("authorization.yaml").toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The doors of a service by operation. */
    public Map<String, Door> doors(String service) {
        var doors = new LinkedHashMap<String, Door>();
        for (var part : List.of(EVERY, service)) {
            for (var line : json.path(part).properties()) {
                doors.put(line.getKey(), door(line.getKey(), line.getValue()));
            }
        }
        return doors;
    }

    private static Door door(String operation, JsonNode line) {
        var callers = new LinkedHashMap<String, Door.Expected>();
        for (var field : line.properties()) {
            if (!FIELDS.contains(field.getKey())) {
                callers.put(field.getKey(), expected(field.getValue()));
            }
        }
        return new Door(
                operation,
                text(line, "query"),
                text(line, "key"),
                text(line, "body"),
                line.path("type").asText("application/json"),
                line.has("open") ? line.get("open").intValue() : null,
                callers);
    }

    private static Door.Expected expected(JsonNode heard) {
        return heard.isArray()
                ? new Door.Expected(
                        Door.Heard.of(heard.path(0).asText()),
                        Door.Heard.of(heard.path(1).asText()))
                : new Door.Expected(Door.Heard.of(heard.asText()), Door.Heard.of(heard.asText()));
    }

    private static @Nullable String text(JsonNode line, String field) {
        return line.has(field) ? line.get(field).asText() : null;
    }

    /** Where matrix and documents do not agree, and what to do about it. */
    public List<String> complaints(List<ApiDocument> documents) {
        var services = documents.stream().map(ApiDocument::service).collect(Collectors.toSet());
        var strangers = new ArrayList<String>();
        json.fieldNames().forEachRemaining(part -> {
            if (!part.equals(EVERY) && !services.contains(part)) {
                strangers.add(part + " is in authorization.yaml and has no OpenAPI document");
            }
        });
        return Stream.concat(strangers.stream(), documents.stream().flatMap(this::complaints))
                .toList();
    }

    private Stream<String> complaints(ApiDocument document) {
        var doors = doors(document.service());
        var operations =
                document.operations().stream().collect(Collectors.toMap(ApiDocument.Operation::name, each -> each));
        var missing = operations.values().stream()
                .filter(operation -> !doors.containsKey(operation.name()))
                .map(operation -> "%s: %s is not in authorization.yaml; add under \"%s:\" a line \"%s:\" that says %s"
                        .formatted(
                                document.service(),
                                operation.name(),
                                document.service(),
                                operation.name(),
                                suggestion(operation)));
        var imagined = doors.keySet().stream()
                .filter(door -> !operations.containsKey(door))
                .map(door -> document.service() + ": " + door + " is in authorization.yaml and not in the document");
        var contradicting = doors.values().stream().flatMap(door -> {
            var operation = operations.get(door.operation());
            return operation == null ? Stream.of() : contradictions(document.service(), operation, door);
        });
        return Stream.of(missing, imagined, contradicting).flatMap(all -> all);
    }

    private static String suggestion(ApiDocument.Operation operation) {
        return operation.roles().isEmpty()
                ? "open: <status>"
                : operation.roles().stream()
                        .map(role -> role + ": [<status of own>, <status of other>]")
                        .collect(Collectors.joining(", "));
    }

    private static Stream<String> contradictions(String service, ApiDocument.Operation operation, Door door) {
        var name = service + ": " + operation.name();
        var unknown = door.callers().keySet().stream()
                .filter(caller -> !ROLES.containsKey(caller))
                .map(caller -> name + " names a caller that there is not: " + caller);
        var roles = door.callers().keySet().stream()
                .filter(ROLES::containsKey)
                .map(ROLES::get)
                .collect(Collectors.toCollection(TreeSet::new));
        var other = roles.equals(operation.roles())
                ? Stream.<String>empty()
                : Stream.of(name + " lets in " + roles + " by authorization.yaml and " + operation.roles()
                        + " by the document");
        var both = door.open() != null && !door.callers().isEmpty()
                ? Stream.of(name + " cannot be open and name callers")
                : Stream.<String>empty();
        var nothing = door.open() == null && door.callers().isEmpty()
                ? Stream.of(name + " says neither who is let in nor that it is open")
                : Stream.<String>empty();
        return Stream.of(unknown, other, both, nothing).flatMap(all -> all);
    }
}
