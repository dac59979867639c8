package org.lingbao.manifests;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The real overlays, rendered once per run, and copies of them that are wrong in one place. */
final class Rendered {
    static final Path ROOT = Path.of(System.getProperty("lingbao.root", "../.."))
            .toAbsolutePath()
            .normalize();
    static final Path UNPACKED = ROOT.resolve("deploy/manifests/target/kubectl");
    static final Project PROJECT = Project.read(ROOT);
    static final Suite SUITE = Suite.of(PROJECT);

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Map<String, Overlay> OVERLAYS = new ConcurrentHashMap<>();

    private Rendered() {}

    static Rendering rendering() {
        return new Rendering(ROOT, Kubectl.find(null, UNPACKED));
    }

    static Overlay overlay(String name) {
        return OVERLAYS.computeIfAbsent(name, overlay -> rendering().overlay(overlay));
    }

    /** Shandong's, which has all components but hpa. */
    static Overlay shandong() {
        return overlay("37");
    }

    /** The overlay with this at that place of an object; {@code -} at the end of a pointer appends to a list. */
    static Overlay with(Overlay overlay, String object, String pointer, String yaml) {
        return changed(overlay, object, tree -> set(tree, JsonPointer.compile(pointer), read(yaml)));
    }

    static Overlay without(Overlay overlay, String object, String pointer) {
        return changed(overlay, object, tree -> remove(tree, JsonPointer.compile(pointer)));
    }

    static Overlay without(Overlay overlay, String object) {
        return overlay.with(kept -> !kept.id().equals(object), Stream.empty());
    }

    static Overlay and(Overlay overlay, String yaml) {
        return overlay.with(kept -> true, Stream.of(new Manifest("added.yaml", read(yaml))));
    }

    /** Where a Deployment's variable is written. */
    static String variable(Overlay overlay, String deployment, String name) {
        return variable(overlay, "Deployment", deployment, name);
    }

    static String variable(Overlay overlay, String kind, String object, String name) {
        var list = "/spec/template/spec/containers/0/env";
        var variables = overlay.find(kind, object).orElseThrow().at(list);
        for (int i = 0; i < variables.size(); i++) {
            if (variables.get(i).path("name").asText().equals(name)) {
                return list + "/" + i;
            }
        }
        throw new AssertionError(object + " has no " + name);
    }

    static List<String> found(Check check, Overlay overlay) {
        return check.findings(overlay).map(Finding::line).toList();
    }

    private static Overlay changed(Overlay overlay, String id, Consumer<JsonNode> change) {
        var object = overlay.objects().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + id + " to change"));
        var tree = object.tree().deepCopy();
        change.accept(tree);
        return overlay.with(kept -> !kept.equals(object), Stream.of(new Manifest(object.file(), tree)));
    }

    private static void set(JsonNode tree, JsonPointer pointer, JsonNode value) {
        var last = pointer.last().getMatchingProperty();
        switch (tree.at(pointer.head())) {
            case ObjectNode parent -> parent.set(last, value);
            case ArrayNode list when last.equals("-") -> list.add(value);
            case ArrayNode list -> list.set(Integer.parseInt(last), value);
            default -> throw new AssertionError("there is nothing at " + pointer.head());
        }
    }

    private static void remove(JsonNode tree, JsonPointer pointer) {
        var last = pointer.last().getMatchingProperty();
        var removed = switch (tree.at(pointer.head())) {
            case ObjectNode parent -> parent.remove(last);
            case ArrayNode list -> list.remove(Integer.parseInt(last));
            default -> null;
        };
        if (removed == null) {
            throw new AssertionError("there is nothing at " + pointer);
        }
    }

    private static JsonNode read(String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
