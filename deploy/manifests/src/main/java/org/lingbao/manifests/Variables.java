package org.lingbao.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The environment of a container, with what it takes from ConfigMaps of the same overlay. */
final class Variables {
    /**
     * One variable.
     *
     * @param value as far as it stands in the overlay; of a Secret it is its name and key
     */
    record Variable(String name, String value, boolean secret) {}

    private Variables() {}

    static List<Variable> of(Overlay overlay, JsonNode container) {
        var variables = new ArrayList<Variable>();
        for (var source : container.path("envFrom")) {
            overlay.find("ConfigMap", source.at("/configMapRef/name").asText())
                    .ifPresent(map -> Manifest.strings(map.at("/data"))
                            .forEach((name, value) -> variables.add(new Variable(name, value, false))));
        }
        for (var entry : container.path("env")) {
            variables.add(variable(overlay, entry));
        }
        return variables;
    }

    private static Variable variable(Overlay overlay, JsonNode entry) {
        var name = entry.path("name").asText();
        var secret = entry.at("/valueFrom/secretKeyRef");
        if (secret.isObject()) {
            return new Variable(
                    name,
                    secret.path("name").asText() + "/" + secret.path("key").asText(),
                    true);
        }
        var map = entry.at("/valueFrom/configMapKeyRef");
        if (map.isObject()) {
            var value = overlay.find("ConfigMap", map.path("name").asText())
                    .map(found ->
                            found.at("/data").path(map.path("key").asText()).asText())
                    .orElse("");
            return new Variable(name, value, false);
        }
        return new Variable(name, entry.path("value").asText(), false);
    }

    static Stream<Variable> of(Overlay overlay, Pod pod) {
        return pod.containers().flatMap(container -> of(overlay, container).stream());
    }
}
