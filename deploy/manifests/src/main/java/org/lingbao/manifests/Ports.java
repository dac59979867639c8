package org.lingbao.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Everybody listens where others ask, and may be reached there. */
record Ports(Project project) implements Check {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:[a-z:]+//)?(?<host>[a-z][a-z0-9-]*)(?:\\.(?<namespace>[a-z0-9-]+)\\.svc[a-z.]*)?:(?<port>\\d+)(?:/.*)?");

    private static final int DEFAULT = 8080;

    @Override
    public Stream<Finding> findings(Overlay overlay) {
        return Stream.of(
                        overlay.pods().flatMap(pod -> probes(overlay, pod)),
                        overlay.services().flatMap(pod -> listens(overlay, pod)),
                        overlay.all("Service").flatMap(service -> selects(overlay, service)),
                        overlay.pods()
                                .flatMap(pod -> Variables.of(overlay, pod)
                                        .filter(variable -> !pod.isMigration() || isDatabase(variable))
                                        .flatMap(variable -> asks(overlay, pod, variable))))
                .flatMap(findings -> findings);
    }

    /** A migration is told the rest as well, for else it would not start, and asks nobody else. */
    private static boolean isDatabase(Variables.Variable variable) {
        return variable.value().contains("postgresql:");
    }

    private static Stream<Finding> probes(Overlay overlay, Pod pod) {
        var rules = new Rules(overlay, pod.owner());
        return pod.containers()
                .flatMap(container -> Stream.of("startupProbe", "readinessProbe", "livenessProbe")
                        .map(probe -> container.path(probe).at("/httpGet/port"))
                        .filter(port -> !port.isMissingNode())
                        .flatMap(port -> rules.require(
                                declares(container, port),
                                "a probe asks port " + port.asText() + ", which the container does not have",
                                "name one of its ports")));
    }

    private static boolean declares(JsonNode container, JsonNode port) {
        return Manifest.each(container.path("ports"))
                .anyMatch(declared -> declared.path("name").asText().equals(port.asText())
                        || declared.path("containerPort").asText().equals(port.asText()));
    }

    private Stream<Finding> listens(Overlay overlay, Pod pod) {
        var variables = Variables.of(overlay, pod).toList();
        var configured = value(variables, "QUARKUS_HTTP_PORT")
                .map(Integer::parseInt)
                .orElseGet(() -> project.service(pod.service())
                        .map(service -> service.number("quarkus.http.port", DEFAULT))
                        .orElse(DEFAULT));
        var http = pod.port(com.fasterxml.jackson.databind.node.TextNode.valueOf("http"));
        var rules = new Rules(overlay, pod.owner());
        return Stream.concat(
                rules.require(
                        http.isPresent() && http.getAsInt() == configured,
                        "its port http is " + (http.isPresent() ? http.getAsInt() : "not there") + ", and "
                                + pod.service() + " listens on " + configured,
                        "containerPort: " + configured),
                rules.require(
                        value(variables, "QUARKUS_HTTP_HOST").orElse("0.0.0.0").equals("0.0.0.0"),
                        "listens where nobody else can ask",
                        "remove QUARKUS_HTTP_HOST"));
    }

    private static Optional<String> value(List<Variables.Variable> variables, String name) {
        return variables.stream()
                .filter(variable -> variable.name().equals(name))
                .map(Variables.Variable::value)
                .reduce((before, last) -> last);
    }

    private static Stream<Finding> selects(Overlay overlay, Manifest service) {
        var rules = new Rules(overlay, service);
        var target = new Addresses(overlay).resolve(service.name()).orElseThrow();
        return Stream.concat(
                rules.require(
                        !target.pods().isEmpty(), "selects no pod", "take the labels of the Deployment's template"),
                Manifest.each(service.at("/spec/ports"))
                        .filter(port -> !target.pods().isEmpty())
                        .flatMap(port -> rules.require(
                                target.ports().containsKey(port.path("port").asInt()),
                                "leads to port " + port.path("targetPort").asText() + ", which its pods do not have",
                                "targetPort: http")));
    }

    private static Stream<Finding> asks(Overlay overlay, Pod pod, Variables.Variable variable) {
        var address = ADDRESS.matcher(variable.value());
        if (variable.secret() || !address.matches()) {
            return Stream.empty();
        }
        var rules = new Rules(overlay, pod.owner());
        var host = address.group("host");
        var port = Integer.parseInt(address.group("port"));
        var namespace = pod.owner().at("/metadata/namespace").asText();
        var target = new Addresses(overlay).resolve(host);
        if (target.isEmpty()
                || !namespace.equals(
                        Optional.ofNullable(address.group("namespace")).orElse(namespace))) {
            return Stream.of(overlay.finding(
                    pod.owner(),
                    variable.name() + " is " + variable.value() + ", and there is no " + host + " in this overlay",
                    "name a Service of the overlay, with its namespace " + namespace + " or without one"));
        }
        var inner = target.get().ports().get(port);
        if (inner == null) {
            return Stream.of(overlay.finding(
                    pod.owner(),
                    variable.name() + " asks " + host + " on port " + port + ", which it does not have",
                    "one of " + target.get().ports().keySet()));
        }
        var policies = new NetworkPolicies(overlay);
        var self = NetworkPolicies.End.of(pod);
        return target.get().pods().stream()
                .flatMap(other -> Stream.concat(
                        rules.require(
                                policies.mayLeave(self, other, inner),
                                "may not ask " + host + ":" + port + ", as " + variable.name() + " tells it to",
                                "a NetworkPolicy with egress from it to " + other.labels() + " on " + inner),
                        rules.require(
                                mayEnter(policies, self, target.get(), other, inner),
                                "is not let in at " + host + ":" + port + ", where " + variable.name() + " sends it",
                                "a NetworkPolicy with ingress to " + other.labels() + " from " + self.labels())))
                .limit(2);
    }

    private static boolean mayEnter(
            NetworkPolicies policies,
            NetworkPolicies.End self,
            Addresses.Target target,
            NetworkPolicies.End other,
            int port) {
        return target.guest()
                .map(listeners -> Manifest.each(listeners)
                        .filter(listener -> listener.path("port").asInt() == port)
                        .anyMatch(listener -> !listener.has("networkPolicyPeers")
                                || Manifest.each(listener.path("networkPolicyPeers"))
                                        .anyMatch(peer -> peer.has("podSelector")
                                                && NetworkPolicies.selects(peer.path("podSelector"), self.labels()))))
                .orElseGet(() -> policies.mayEnter(self, other, port));
    }
}
