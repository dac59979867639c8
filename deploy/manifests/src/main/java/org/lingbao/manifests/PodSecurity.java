package org.lingbao.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;

/** What a pod may do to the machine it runs on: nothing. */
final class PodSecurity implements Check {
    @Override
    public Stream<Finding> findings(Overlay overlay) {
        return Stream.concat(
                overlay.pods().flatMap(pod -> Stream.concat(pod(overlay, pod), containers(overlay, pod))),
                Stream.concat(namespaces(overlay), brokers(overlay)));
    }

    /** Their pods are the operator's, made of a template; a pool's own would stand instead of the broker's. */
    private static Stream<Finding> brokers(Overlay overlay) {
        var pools = overlay.all("KafkaNodePool")
                .flatMap(pool -> new Rules(overlay, pool)
                        .require(
                                !pool.at("/spec").has("template"),
                                "replaces the template of its broker, and what that forbids",
                                "move it to spec.kafka.template of the Kafka"));
        var templates = overlay.all("Kafka").flatMap(kafka -> {
            var rules = new Rules(overlay, kafka);
            var template = kafka.at("/spec/kafka/template");
            return Stream.concat(
                    rules.require(
                            template.at("/pod/securityContext/runAsNonRoot").asBoolean(),
                            "may run as root",
                            "spec.kafka.template.pod.securityContext.runAsNonRoot: true"),
                    confined(rules, "container kafka ", template.at("/kafkaContainer/securityContext")));
        });
        return Stream.concat(pools, templates);
    }

    private static Stream<Finding> pod(Overlay overlay, Pod pod) {
        var spec = pod.spec();
        var rules = new Rules(overlay, pod.owner());
        return Stream.of(
                        rules.require(
                                spec.at("/securityContext/runAsNonRoot").asBoolean(),
                                "may run as root",
                                "securityContext.runAsNonRoot: true"),
                        rules.require(
                                spec.at("/securityContext/runAsUser").asInt() > 0,
                                "names no user other than root",
                                "securityContext.runAsUser: 1001"),
                        rules.require(
                                spec.at("/securityContext/seccompProfile/type")
                                        .asText()
                                        .equals("RuntimeDefault"),
                                "has all system calls",
                                "securityContext.seccompProfile: {type: RuntimeDefault}"),
                        rules.require(
                                isFalse(spec.path("automountServiceAccountToken")),
                                "has a token for the cluster's API",
                                "automountServiceAccountToken: false"),
                        rules.require(
                                isFalse(spec.path("enableServiceLinks")),
                                "gets variables such as KAFKA_PORT that read like settings",
                                "enableServiceLinks: false"),
                        rules.require(
                                !spec.path("serviceAccountName")
                                        .asText("default")
                                        .equals("default"),
                                "runs under the account of everybody",
                                "serviceAccountName: one of its own"),
                        rules.require(
                                Stream.of("hostNetwork", "hostPID", "hostIPC")
                                        .noneMatch(host -> spec.path(host).asBoolean()),
                                "shares the machine's network or processes",
                                "remove hostNetwork, hostPID and hostIPC"),
                        rules.require(
                                Manifest.each(spec.path("volumes")).noneMatch(volume -> volume.has("hostPath")),
                                "mounts the machine's files",
                                "use another volume than hostPath"))
                .flatMap(finding -> finding);
    }

    private static Stream<Finding> containers(Overlay overlay, Pod pod) {
        return pod.containers().flatMap(container -> container(new Rules(overlay, pod.owner()), container));
    }

    private static Stream<Finding> container(Rules rules, JsonNode container) {
        var name = "container " + container.path("name").asText() + " ";
        var image = container.path("image").asText();
        return Stream.concat(
                confined(rules, name, container.path("securityContext")),
                rules.require(
                        pinned(image),
                        name + "runs an image without a version: " + image,
                        "give it a tag other than latest under images of deploy/kubernetes/base"));
    }

    private static Stream<Finding> confined(Rules rules, String name, JsonNode security) {
        return Stream.of(
                        rules.require(
                                security.path("readOnlyRootFilesystem").asBoolean(),
                                name + "may change its own files",
                                "securityContext.readOnlyRootFilesystem: true, with an emptyDir where it must write"),
                        rules.require(
                                isFalse(security.path("allowPrivilegeEscalation")),
                                name + "may gain rights",
                                "securityContext.allowPrivilegeEscalation: false"),
                        rules.require(
                                !security.path("privileged").asBoolean(), name + "is privileged", "remove privileged"),
                        rules.require(
                                Manifest.each(security.at("/capabilities/drop"))
                                                .anyMatch(dropped ->
                                                        dropped.asText().equals("ALL"))
                                        && security.at("/capabilities/add").isEmpty(),
                                name + "has capabilities",
                                "securityContext.capabilities: {drop: [ALL]}, and no add"))
                .flatMap(finding -> finding);
    }

    private static boolean pinned(String image) {
        var tag = image.substring(image.lastIndexOf('/') + 1);
        return image.contains("@sha256:") || (tag.contains(":") && !tag.endsWith(":latest"));
    }

    private static boolean isFalse(JsonNode value) {
        return value.isBoolean() && !value.asBoolean();
    }

    private static Stream<Finding> namespaces(Overlay overlay) {
        if (overlay.all("Namespace").findAny().isEmpty()) {
            return Stream.of(overlay.missing(
                    Overlay.FOLDER + overlay.name() + "/kustomization.yaml",
                    "Namespace",
                    "there is none",
                    "take deploy/kubernetes/base, which has it"));
        }
        return overlay.all("Namespace")
                .flatMap(namespace -> new Rules(overlay, namespace)
                        .require(
                                "restricted".equals(namespace.labels().get("pod-security.kubernetes.io/enforce")),
                                "lets pods in that the policy forbids",
                                "label it pod-security.kubernetes.io/enforce: restricted"));
    }
}
