package org.lingbao.manifests;

import java.util.stream.Stream;

/** A cell's network is closed, and everything of the cell is in its namespace. */
final class Isolation implements Check {
    @Override
    public Stream<Finding> findings(Overlay overlay) {
        var denied = new NetworkPolicies(overlay).isDeniedByDefault()
                ? Stream.<Finding>empty()
                : Stream.of(overlay.missing(
                        "deploy/kubernetes/base/network.yaml",
                        "NetworkPolicy",
                        "none denies what no other allows",
                        "a NetworkPolicy with podSelector {}, both policyTypes and no rule"));
        return Stream.of(denied, elsewhere(overlay), guarded(overlay)).flatMap(findings -> findings);
    }

    private static Stream<Finding> elsewhere(Overlay overlay) {
        var namespace = overlay.all("Namespace").findFirst().map(Manifest::name).orElse("");
        return overlay.objects().stream()
                .filter(object -> !object.is("Namespace"))
                .flatMap(object -> new Rules(overlay, object)
                        .require(
                                object.at("/metadata/namespace").asText().equals(namespace),
                                "is in the namespace "
                                        + object.at("/metadata/namespace").asText() + ", not in " + namespace,
                                "leave namespaces to the overlay's kustomization.yaml"));
    }

    private static Stream<Finding> guarded(Overlay overlay) {
        return overlay.pods()
                .filter(Pod::stays)
                .flatMap(pod -> new Rules(overlay, pod.owner())
                        .require(
                                overlay.all("NetworkPolicy")
                                        .filter(policy ->
                                                !policy.at("/spec/podSelector").isEmpty())
                                        .anyMatch(policy ->
                                                NetworkPolicies.selects(policy.at("/spec/podSelector"), pod.labels())),
                                "nobody says who may talk to it",
                                "a NetworkPolicy that selects " + pod.owner().name()));
    }
}
