package org.lingbao.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Who may talk to whom in an overlay, as the cluster's network would decide it. */
record NetworkPolicies(Overlay overlay) {
    /**
     * One end of a conversation within the namespace.
     *
     * @param ports the number behind the name of a port, or -1
     */
    record End(Map<String, String> labels, ToIntFunction<String> ports) {
        static End of(Pod pod) {
            return new End(pod.labels(), name -> number(pod, name));
        }

        /** A pod that an operator makes, and whose ports have no names for us. */
        static End labelled(Map<String, String> labels) {
            return new End(labels, name -> -1);
        }

        private static int number(Pod pod, String name) {
            OptionalInt found = pod.port(TextNode.valueOf(name));
            return found.orElse(-1);
        }
    }

    boolean isDeniedByDefault() {
        return overlay.all("NetworkPolicy")
                .anyMatch(policy -> policy.at("/spec/podSelector").isEmpty()
                        && governs(policy, "Ingress")
                        && governs(policy, "Egress")
                        && policy.at("/spec/ingress").isEmpty()
                        && policy.at("/spec/egress").isEmpty());
    }

    boolean mayLeave(End from, End to, int port) {
        return allows("Egress", "egress", "to", from, to, port, to);
    }

    boolean mayEnter(End from, End to, int port) {
        return allows("Ingress", "ingress", "from", to, from, port, to);
    }

    /** Whether something from a namespace with this label may enter. */
    boolean mayEnterFromNamespace(End to, String label, int port) {
        return policies("Ingress", to)
                .flatMap(policy -> Manifest.each(policy.at("/spec/ingress")))
                .filter(rule -> opens(rule, to, port))
                .flatMap(rule -> Manifest.each(rule.path("from")))
                .anyMatch(peer -> peer.at("/namespaceSelector/matchLabels").has(label));
    }

    private boolean allows(String type, String rules, String peers, End governed, End other, int port, End target) {
        return policies(type, governed)
                .flatMap(policy -> Manifest.each(policy.at("/spec/" + rules)))
                .filter(rule -> opens(rule, target, port))
                .anyMatch(rule -> !rule.has(peers)
                        || Manifest.each(rule.path(peers))
                                .anyMatch(peer -> peer.has("podSelector")
                                        && !peer.has("namespaceSelector")
                                        && selects(peer.path("podSelector"), other.labels())));
    }

    private Stream<Manifest> policies(String type, End governed) {
        return overlay.all("NetworkPolicy")
                .filter(policy -> governs(policy, type))
                .filter(policy -> selects(policy.at("/spec/podSelector"), governed.labels()));
    }

    private static boolean governs(Manifest policy, String type) {
        return Manifest.each(policy.at("/spec/policyTypes"))
                .anyMatch(named -> named.asText().equals(type));
    }

    private static boolean opens(JsonNode rule, End target, int port) {
        return !rule.has("ports")
                || Manifest.each(rule.path("ports")).anyMatch(open -> {
                    var named = open.path("port");
                    var first = named.isInt() ? named.asInt() : target.ports().applyAsInt(named.asText());
                    return !open.has("port")
                            || (first <= port && port <= open.path("endPort").asInt(first));
                });
    }

    /** Whether a selector takes a pod with these labels; an empty one takes all. */
    static boolean selects(JsonNode selector, Map<String, String> labels) {
        var wanted = Manifest.strings(selector.path("matchLabels"));
        return !selector.isMissingNode()
                && labels.entrySet().containsAll(wanted.entrySet())
                && Manifest.each(selector.path("matchExpressions")).allMatch(expression -> matches(expression, labels));
    }

    private static boolean matches(JsonNode expression, Map<String, String> labels) {
        var key = expression.path("key").asText();
        var among = Manifest.each(expression.path("values"))
                .anyMatch(value -> value.asText().equals(labels.get(key)));
        return switch (expression.path("operator").asText()) {
            case "In" -> among;
            case "NotIn" -> !among;
            case "Exists" -> labels.containsKey(key);
            case "DoesNotExist" -> !labels.containsKey(key);
            default -> false;
        };
    }
}
