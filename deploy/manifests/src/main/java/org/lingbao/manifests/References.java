package org.lingbao.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What an object names is there; what is secret is named only, never written. */
final class References implements Check {
    @Override
    public Stream<Finding> findings(Overlay overlay) {
        return Stream.of(
                        overlay.all("Secret")
                                .map(secret -> overlay.finding(
                                        secret,
                                        "writes a secret down where everybody reads it",
                                        "remove it; whoever runs the cell makes it (./lingbao manifests secrets)")),
                        overlay.pods()
                                .flatMap(pod -> Stream.of(
                                                account(overlay, pod), maps(overlay, pod), mounted(overlay, pod))
                                        .flatMap(findings -> findings)))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> account(Overlay overlay, Pod pod) {
        var name = pod.spec().path("serviceAccountName").asText();
        var account = overlay.find("ServiceAccount", name);
        var rules = new Rules(overlay, pod.owner());
        return Stream.concat(
                rules.require(
                        name.isEmpty() || account.isPresent(),
                        "runs under the account " + name + ", which is not there",
                        "a ServiceAccount of that name"),
                account.stream()
                        .flatMap(found -> new Rules(overlay, found)
                                .require(
                                        found.at("/automountServiceAccountToken")
                                                        .isBoolean()
                                                && !found.at("/automountServiceAccountToken")
                                                        .asBoolean(),
                                        "gives a token for the cluster's API to whoever uses it",
                                        "automountServiceAccountToken: false")));
    }

    private static Stream<Finding> maps(Overlay overlay, Pod pod) {
        var rules = new Rules(overlay, pod.owner());
        var whole = Stream.concat(
                        Manifest.each(pod.spec().path("volumes")).map(volume -> volume.at("/configMap/name")),
                        pod.containers()
                                .flatMap(container -> Manifest.each(container.path("envFrom")))
                                .map(source -> source.at("/configMapRef/name")))
                .filter(JsonNode::isTextual)
                .flatMap(name -> rules.require(
                        overlay.find("ConfigMap", name.asText()).isPresent(),
                        "names the ConfigMap " + name.asText() + ", which is not there",
                        "generate it in a kustomization"));
        var keys = entries(pod)
                .map(entry -> entry.at("/valueFrom/configMapKeyRef"))
                .filter(JsonNode::isObject)
                .flatMap(named -> rules.require(
                        overlay.find("ConfigMap", named.path("name").asText())
                                .filter(map ->
                                        map.at("/data").has(named.path("key").asText()))
                                .isPresent(),
                        "names " + named.path("key").asText() + " of the ConfigMap "
                                + named.path("name").asText() + ", which is not there",
                        "add it in the overlay's cell/kustomization.yaml"));
        return Stream.concat(whole, keys);
    }

    /** What a mounted Secret must hold is to be seen in the overlay. */
    private static Stream<Finding> mounted(Overlay overlay, Pod pod) {
        return Manifest.each(pod.spec().path("volumes"))
                .map(volume -> volume.path("secret"))
                .filter(secret -> secret.isObject() && secret.path("items").isEmpty())
                .map(secret -> overlay.finding(
                        pod.owner(),
                        "does not say what it wants of the Secret "
                                + secret.path("secretName").asText(),
                        "name its keys under items"));
    }

    private static Stream<JsonNode> entries(Pod pod) {
        return pod.containers().flatMap(container -> Manifest.each(container.path("env")));
    }

    /** The Secrets that must be there before the overlay is applied, with their keys. */
    static Map<String, TreeSet<String>> secrets(Overlay overlay) {
        var secrets = new TreeMap<String, TreeSet<String>>();
        overlay.pods().forEach(pod -> {
            entries(pod)
                    .map(entry -> entry.at("/valueFrom/secretKeyRef"))
                    .filter(JsonNode::isObject)
                    .forEach(key ->
                            need(secrets, key.path("name"), key.path("key").asText()));
            Manifest.each(pod.spec().path("volumes"))
                    .map(volume -> volume.path("secret"))
                    .forEach(secret -> Manifest.each(secret.path("items"))
                            .forEach(item -> need(
                                    secrets,
                                    secret.path("secretName"),
                                    item.path("key").asText())));
        });
        overlay.all("Cluster")
                .flatMap(cluster -> Manifest.each(cluster.at("/spec/managed/roles")))
                .map(role -> role.at("/passwordSecret/name"))
                .forEach(name -> need(secrets, name, "username", "password"));
        overlay.all("Gateway")
                .flatMap(gateway -> Manifest.each(gateway.at("/spec/listeners")))
                .flatMap(listener -> Manifest.each(listener.at("/tls/certificateRefs")))
                .forEach(reference -> need(secrets, reference.path("name"), "tls.crt", "tls.key"));
        return secrets;
    }

    private static void need(Map<String, TreeSet<String>> secrets, JsonNode name, String... keys) {
        Collections.addAll(secrets.computeIfAbsent(name.asText(), absent -> new TreeSet<>()), keys);
    }
}
