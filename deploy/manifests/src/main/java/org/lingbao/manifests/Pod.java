package org.lingbao.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What an object lets run.
 *
 * @param owner the Deployment, Job or other object
 * @param template the pod's metadata and spec
 */
record Pod(Manifest owner, JsonNode template) {
    static final String COMPONENT = "app.kubernetes.io/component";
    static final String NAME = "app.kubernetes.io/name";

    /** Nothing for an object that runs nothing itself. */
    static Optional<Pod> of(Manifest object) {
        var template = switch (object.kind()) {
            case "Deployment", "StatefulSet", "DaemonSet", "Job", "ReplicaSet" -> object.at("/spec/template");
            case "CronJob" -> object.at("/spec/jobTemplate/spec/template");
            case "Pod" -> object.tree();
            default -> null;
        };
        return Optional.ofNullable(template).map(found -> new Pod(object, found));
    }

    JsonNode spec() {
        return template.path("spec");
    }

    Map<String, String> labels() {
        return Manifest.strings(template.path("metadata").path("labels"));
    }

    Stream<JsonNode> containers() {
        return Stream.of("initContainers", "containers").flatMap(list -> Manifest.each(spec().path(list)));
    }

    /** Whether it answers for as long as it lives, so that it needs probes, a budget and more than one of it. */
    boolean stays() {
        return !owner.is("Job") && !owner.is("CronJob");
    }

    boolean isService() {
        return "service".equals(labels().get(COMPONENT));
    }

    boolean isMigration() {
        return "migration".equals(labels().get(COMPONENT));
    }

    /** The service whose code it runs, by its label. */
    String service() {
        return labels().getOrDefault(NAME, "");
    }

    /** The number behind a port that is given by number or by name. */
    OptionalInt port(JsonNode port) {
        if (port.isInt()) {
            return OptionalInt.of(port.asInt());
        }
        return containers()
                .flatMap(container -> Manifest.each(container.path("ports")))
                .filter(declared -> declared.path("name").asText().equals(port.asText()))
                .mapToInt(declared -> declared.path("containerPort").asInt())
                .findFirst();
    }
}
