package org.lingbao.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Who answers under a name within the namespace: our Services, and those that operators make. */
record Addresses(Overlay overlay) {
    /**
     * What stands behind a name.
     *
     * @param pods that answer
     * @param ports of the name, each with the pods' own
     * @param guest who may call the pods is told by their object (Strimzi's listeners), not by a NetworkPolicy here
     */
    record Target(List<NetworkPolicies.End> pods, Map<Integer, Integer> ports, Optional<JsonNode> guest) {}

    Optional<Target> resolve(String host) {
        return overlay.find("Service", host)
                .map(this::service)
                .or(() -> overlay.all("Cluster")
                        .filter(cluster ->
                                Stream.of("-rw", "-ro", "-r").anyMatch(end -> host.equals(cluster.name() + end)))
                        .findFirst()
                        .map(cluster -> operated(Map.of("cnpg.io/cluster", cluster.name()), Map.of(5432, 5432))))
                .or(() -> overlay.all("Kafka")
                        .filter(kafka -> host.equals(kafka.name() + "-kafka-bootstrap"))
                        .findFirst()
                        .map(Addresses::broker));
    }

    private Target service(Manifest service) {
        var pods = overlay.pods()
                .filter(Pod::stays)
                .filter(pod -> pod.labels()
                        .entrySet()
                        .containsAll(
                                Manifest.strings(service.at("/spec/selector")).entrySet()))
                .toList();
        var ports = new HashMap<Integer, Integer>();
        Manifest.each(service.at("/spec/ports"))
                .forEach(port -> pods.stream()
                        .flatMapToInt(pod -> pod.port(port.path("targetPort")).stream())
                        .findFirst()
                        .ifPresent(number -> ports.put(port.path("port").asInt(), number)));
        return new Target(pods.stream().map(NetworkPolicies.End::of).toList(), ports, Optional.empty());
    }

    private static Target operated(Map<String, String> labels, Map<Integer, Integer> ports) {
        return new Target(List.of(NetworkPolicies.End.labelled(labels)), ports, Optional.empty());
    }

    private static Target broker(Manifest kafka) {
        var ports = new HashMap<Integer, Integer>();
        var listeners = kafka.at("/spec/kafka/listeners");
        Manifest.each(listeners).map(listener -> listener.path("port").asInt()).forEach(port -> ports.put(port, port));
        var labels = Map.of(
                "strimzi.io/cluster",
                kafka.name(),
                "strimzi.io/kind",
                "Kafka",
                "strimzi.io/name",
                kafka.name() + "-kafka");
        return new Target(List.of(NetworkPolicies.End.labelled(labels)), ports, Optional.of(listeners));
    }
}
