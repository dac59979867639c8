package org.lingbao.manifests;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a service is told is what it reads, and all that it cannot start without. */
record Environment(Project project, QuarkusKeys quarkus) implements Check {
    /** Of the JVM and the system, not of the configuration. */
    private static final Set<String> NOT_OURS = Set.of("JAVA_TOOL_OPTIONS", "TZ", "LANG");

    @Override
    public Stream<Finding> findings(Overlay overlay) {
        var present = overlay.pods()
                .filter(pod -> pod.isService() || pod.isMigration())
                .flatMap(pod -> project.service(pod.service())
                        .map(service -> pod(overlay, pod, service))
                        .orElseGet(() -> Stream.of(overlay.finding(
                                pod.owner(),
                                "there is no module " + pod.service() + "-service",
                                "name a service of this repository in the label " + Pod.NAME))));
        var absent = project.services().stream()
                .flatMap(service -> Stream.of("service", "migration")
                        .filter(component -> overlay.pods()
                                .noneMatch(pod -> pod.service().equals(service.name())
                                        && component.equals(pod.labels().get(Pod.COMPONENT))))
                        .map(component -> overlay.missing(
                                "deploy/kubernetes/base/kustomization.yaml",
                                service.name(),
                                "the module " + service.name() + "-service has no pod that is its " + component,
                                "add deploy/kubernetes/base/" + service.name() + " like those of the other services")));
        return Stream.concat(present, absent);
    }

    private Stream<Finding> pod(Overlay overlay, Pod pod, ServiceSource service) {
        var known = new TreeSet<String>();
        service.read().forEach(key -> known.add(ServiceSource.variable(key)));
        known.addAll(quarkus.fixed().keySet());
        var variables = Variables.of(overlay, pod).toList();
        return Stream.of(
                        variables.stream().flatMap(variable -> read(overlay, pod, variable.name(), known)),
                        twice(overlay, pod),
                        lacking(overlay, pod, service, variables))
                .flatMap(findings -> findings);
    }

    private Stream<Finding> read(Overlay overlay, Pod pod, String variable, Set<String> known) {
        if (quarkus.fixed().getOrDefault(variable, false)) {
            return Stream.of(overlay.finding(
                    pod.owner(),
                    "sets " + variable + ", which was read when the service was built",
                    "set it in the service's application.properties"));
        }
        if (known.contains(variable) || NOT_OURS.contains(variable)) {
            return Stream.empty();
        }
        return Stream.of(overlay.finding(
                pod.owner(),
                "sets " + variable + ", which " + pod.service() + " does not read",
                "remove it, or did you mean " + nearest(variable, known) + "?"));
    }

    private static Stream<Finding> twice(Overlay overlay, Pod pod) {
        return pod.containers().flatMap(container -> {
            var seen = new HashSet<String>();
            return Manifest.each(container.path("env"))
                    .map(entry -> entry.path("name").asText())
                    .filter(name -> !seen.add(name))
                    .map(name -> overlay.finding(pod.owner(), "sets " + name + " twice", "remove one of the two"));
        });
    }

    private static Stream<Finding> lacking(
            Overlay overlay, Pod pod, ServiceSource service, List<Variables.Variable> variables) {
        var set = variables.stream()
                .filter(variable -> !variable.value().isEmpty())
                .map(Variables.Variable::name)
                .collect(Collectors.toSet());
        return service.required().stream()
                .filter(key -> !set.contains(ServiceSource.variable(key)))
                .map(key -> overlay.finding(
                        pod.owner(),
                        "does not set " + ServiceSource.variable(key) + ", without which " + service.name()
                                + " does not start (" + key + ")",
                        "add it to env, by secretKeyRef if it is secret, or give " + key + " a default"));
    }

    private static String nearest(String variable, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(variable, candidate)))
                .orElse("another one");
    }

    /** Levenshtein's. */
    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), change);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
