package org.lingbao.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes overlays of the files below {@code deploy/kubernetes}, and one of {@code deploy/observability}. */
record Rendering(Path root, Kubectl kubectl) {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String OBSERVABILITY = "observability";

    /** The names of all overlays, in order. */
    static List<String> overlays(Path root) {
        try (var folders = Files.list(root.resolve(Overlay.FOLDER))) {
            return folders.filter(folder -> Files.exists(folder.resolve("kustomization.yaml")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String yaml(String overlay) {
        return kubectl.kustomize(root.resolve(Overlay.FOLDER + overlay));
    }

    Overlay overlay(String name) {
        return read(name, yaml(name));
    }

    /** Alerts and dashboards, which are there once for all cells. */
    Overlay observability() {
        var folder = Path.of("deploy", OBSERVABILITY);
        return read(OBSERVABILITY, folder, kubectl.kustomize(root.resolve(folder)));
    }

    static Overlay read(String overlay, String yaml) {
        return read(overlay, Path.of(Overlay.FOLDER + overlay), yaml);
    }

    private static Overlay read(String overlay, Path folder, String yaml) {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            return new Overlay(
                    overlay,
                    documents.readAll().stream()
                            .filter(JsonNode::isObject)
                            .map(tree -> Manifest.of(folder, tree))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("what kubectl rendered of " + overlay + " is no YAML", e);
        }
    }
}
