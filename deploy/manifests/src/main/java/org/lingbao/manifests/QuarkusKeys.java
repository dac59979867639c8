package org.lingbao.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * The configuration keys of Quarkus' extensions, as these list them themselves.
 *
 * @param fixed by the environment variable: whether a running service no longer reads it
 */
record QuarkusKeys(Map<String, Boolean> fixed) {
    private static final String MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    static QuarkusKeys read() {
        var fixed = new HashMap<String, Boolean>();
        try {
            for (var model : Collections.list(QuarkusKeys.class.getClassLoader().getResources(MODEL))) {
                try (var file = model.openStream()) {
                    collect(JSON.readTree(file), fixed);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (fixed.isEmpty()) {
            throw new IllegalStateException("no extension of Quarkus on the class path lists its keys in " + MODEL);
        }
        return new QuarkusKeys(fixed);
    }

    private static void collect(JsonNode node, Map<String, Boolean> fixed) {
        if (node.has("phase")) {
            var atBuild = !node.path("phase").asText().equals("RUN_TIME");
            fixed.put(node.at("/path/environmentVariable").asText(), atBuild);
            node.path("additionalPaths")
                    .forEach(path -> fixed.put(path.path("environmentVariable").asText(), atBuild));
        }
        node.forEach(child -> collect(child, fixed));
    }
}
