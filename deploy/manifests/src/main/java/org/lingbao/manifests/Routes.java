package org.lingbao.manifests;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be asked from outside is each service's interface, whole, and nothing else. */
record Routes(Project project) implements Check {
    private static final List<String> TRACE = List.of("traceparent", "tracestate", "baggage");

    @Override
    public Stream<Finding> findings(Overlay overlay) {
        return Stream.concat(
                overlay.all("HTTPRoute")
                        .flatMap(route -> Stream.of(
                                        leads(overlay, route), opens(overlay, route), strangers(overlay, route))
                                .flatMap(finding -> finding)),
                overlay.all("ServiceMonitor").flatMap(monitor -> watches(overlay, monitor)));
    }

    /** A caller's trace would decide what is sampled here, and join what does not belong together. */
    private static Stream<Finding> strangers(Overlay overlay, Manifest route) {
        return Manifest.each(route.at("/spec/rules"))
                .flatMap(rule -> new Rules(overlay, route)
                        .require(
                                Manifest.each(rule.path("filters"))
                                        .flatMap(filter -> Manifest.each(filter.at("/requestHeaderModifier/remove")))
                                        .map(header -> header.asText())
                                        .toList()
                                        .containsAll(TRACE),
                                "lets a stranger's trace in",
                                "filters: [{type: RequestHeaderModifier, requestHeaderModifier: {remove: " + TRACE
                                        + "}}]"));
    }

    private static Stream<Finding> leads(Overlay overlay, Manifest route) {
        var rules = new Rules(overlay, route);
        return Manifest.each(route.at("/spec/rules"))
                .flatMap(rule -> Manifest.each(rule.path("backendRefs")))
                .flatMap(backend -> {
                    var name = backend.path("name").asText();
                    var port = backend.path("port").asInt();
                    var target = new Addresses(overlay).resolve(name);
                    var inner = target.map(found -> found.ports().get(port));
                    return Stream.concat(
                            rules.require(
                                    inner.isPresent(),
                                    "leads to " + name + ":" + port + ", which is not there",
                                    "name a Service of the overlay and one of its ports"),
                            inner.isEmpty()
                                    ? Stream.empty()
                                    : rules.require(
                                            target.orElseThrow().pods().stream()
                                                    .allMatch(pod -> new NetworkPolicies(overlay)
                                                            .mayEnterFromNamespace(
                                                                    pod, "lingbao.org/gateway", inner.get())),
                                            "leads to " + name + ", which lets no gateway in",
                                            "ingress from namespaces labelled lingbao.org/gateway in its NetworkPolicy"));
                });
    }

    private Stream<Finding> opens(Overlay overlay, Manifest route) {
        var service = project.service(route.name());
        if (service.isEmpty()) {
            return Stream.empty();
        }
        var open = Manifest.each(route.at("/spec/rules"))
                .flatMap(rule -> Manifest.each(rule.path("matches")))
                .map(match -> match.at("/path/value").asText())
                .collect(Collectors.toCollection(TreeSet::new));
        return Stream.concat(
                differ(service.get().paths(), open)
                        .map(path -> overlay.finding(
                                route,
                                "does not lead to " + path + ", which is in contracts/api/" + route.name() + ".yaml",
                                "path: {type: PathPrefix, value: " + path + "}")),
                differ(open, service.get().paths())
                        .map(path -> overlay.finding(
                                route,
                                "opens " + path + ", which is not in contracts/api/" + route.name() + ".yaml",
                                "remove the match")));
    }

    private static Stream<String> differ(Set<String> has, Set<String> hasNot) {
        return has.stream().filter(path -> !hasNot.contains(path));
    }

    private static Stream<Finding> watches(Overlay overlay, Manifest monitor) {
        var rules = new Rules(overlay, monitor);
        var selected = overlay.all("Service")
                .filter(service -> NetworkPolicies.selects(monitor.at("/spec/selector"), service.labels()))
                .toList();
        return Stream.concat(
                rules.require(!selected.isEmpty(), "selects no Service", "take the labels of the Services"),
                Manifest.each(monitor.at("/spec/endpoints"))
                        .map(endpoint -> endpoint.path("port").asText())
                        .flatMap(port -> selected.stream()
                                .filter(service -> Manifest.each(service.at("/spec/ports"))
                                        .noneMatch(named ->
                                                named.path("name").asText().equals(port)))
                                .map(service -> overlay.finding(
                                        monitor,
                                        "asks port " + port + " of " + service.name() + ", which it does not have",
                                        "port: http"))));
    }
}
