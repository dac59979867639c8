package org.lingbao.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One rendered object.
 *
 * @param file where it is written, relative to the project's root
 */
record Manifest(String file, JsonNode tree) {
    private static final String ORIGIN = "config.kubernetes.io/origin";

    /** @param overlay the folder that was rendered, relative to the project's root */
    static Manifest of(Path overlay, JsonNode tree) {
        var origin =
                tree.path("metadata").path("annotations").path(ORIGIN).asText().lines();
        var file = origin.map(String::strip)
                .filter(line -> line.startsWith("path:") || line.startsWith("configuredIn:"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("kustomization.yaml");
        return new Manifest(overlay.resolve(file).normalize().toString().replace('\\', '/'), tree);
    }

    String kind() {
        return tree.path("kind").asText();
    }

    String apiVersion() {
        return tree.path("apiVersion").asText();
    }

    /** Without the version: {@code kafka.strimzi.io}, or nothing for the core's own. */
    String group() {
        return apiVersion().contains("/")
                ? apiVersion().substring(0, apiVersion().indexOf('/'))
                : "";
    }

    String name() {
        return tree.path("metadata").path("name").asText();
    }

    String id() {
        return kind() + "/" + name();
    }

    boolean is(String kind) {
        return kind().equals(kind);
    }

    Map<String, String> labels() {
        return strings(tree.path("metadata").path("labels"));
    }

    JsonNode at(String pointer) {
        return tree.at(pointer);
    }

    static Map<String, String> strings(JsonNode object) {
        var strings = new HashMap<String, String>();
        object.properties()
                .forEach(field -> strings.put(field.getKey(), field.getValue().asText()));
        return strings;
    }

    static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
