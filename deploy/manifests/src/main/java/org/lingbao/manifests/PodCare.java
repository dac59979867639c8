package org.lingbao.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * What a pod needs to start, stay, be moved and end well.
 *
 * @param shutdown how long a service waits for the requests that are under way ({@code quarkus.shutdown.timeout})
 * @param issuerWait how long a service's start may wait for the issuer ({@code quarkus.oidc.connection-delay})
 */
record PodCare(Duration shutdown, Duration issuerWait) implements Check {
    /** What a start takes on a busy machine beside waiting. */
    private static final Duration START = Duration.ofSeconds(60);

    private static final int DEFAULT_PERIOD = 10;
    private static final int DEFAULT_FAILURES = 3;
    private static final int DEFAULT_GRACE = 30;

    @Override
    public Stream<Finding> findings(Overlay overlay) {
        return overlay.pods()
                .flatMap(pod -> Stream.of(
                                resources(overlay, pod),
                                pod.stays() ? staying(overlay, pod) : ending(overlay, pod),
                                pod.isService() ? service(overlay, pod) : Stream.<Finding>empty())
                        .flatMap(findings -> findings));
    }

    private static Stream<Finding> resources(Overlay overlay, Pod pod) {
        var rules = new Rules(overlay, pod.owner());
        return pod.containers()
                .flatMap(container -> Stream.of("requests", "limits")
                        .flatMap(kind -> Stream.of("cpu", "memory")
                                .flatMap(resource -> rules.require(
                                        container.at("/resources/" + kind).has(resource),
                                        "container " + container.path("name").asText() + " has no " + kind + " of "
                                                + resource,
                                        "resources." + kind + "." + resource))));
    }

    private static Stream<Finding> staying(Overlay overlay, Pod pod) {
        var rules = new Rules(overlay, pod.owner());
        var probes = pod.containers()
                .flatMap(container -> Stream.of("startupProbe", "readinessProbe", "livenessProbe")
                        .flatMap(probe -> rules.require(
                                container.has(probe),
                                "container " + container.path("name").asText() + " has no " + probe,
                                "give it a " + probe)));
        var selects = "selects " + pod.owner().name();
        return Stream.of(
                        probes,
                        rules.require(
                                overlay.all("PodDisruptionBudget")
                                        .anyMatch(budget ->
                                                NetworkPolicies.selects(budget.at("/spec/selector"), pod.labels())
                                                        && leavesOne(budget)),
                                "may be taken away whole when nodes are emptied",
                                "a PodDisruptionBudget with maxUnavailable: 1 that " + selects),
                        rules.require(
                                Stream.of("topology.kubernetes.io/zone", "kubernetes.io/hostname")
                                        .allMatch(key -> spreads(pod, key)),
                                "may have all its pods on one node or in one zone",
                                "topologySpreadConstraints over topology.kubernetes.io/zone and"
                                        + " kubernetes.io/hostname whose labelSelector " + selects),
                        rules.require(
                                pod.owner()
                                        .at("/spec/strategy/rollingUpdate/maxUnavailable")
                                        .asText()
                                        .equals("0"),
                                "is fewer than it should be while it is replaced",
                                "strategy.rollingUpdate.maxUnavailable: 0"))
                .flatMap(findings -> findings);
    }

    private static boolean leavesOne(Manifest budget) {
        return budget.at("/spec/maxUnavailable").asText().equals("1")
                || budget.at("/spec/minAvailable").asInt() > 0;
    }

    private static boolean spreads(Pod pod, String key) {
        return Manifest.each(pod.spec().path("topologySpreadConstraints"))
                .anyMatch(constraint -> constraint.path("topologyKey").asText().equals(key)
                        && NetworkPolicies.selects(constraint.path("labelSelector"), pod.labels()));
    }

    private static Stream<Finding> ending(Overlay overlay, Pod pod) {
        var rules = new Rules(overlay, pod.owner());
        var job = pod.owner().is("CronJob")
                ? pod.owner().at("/spec/jobTemplate/spec")
                : pod.owner().at("/spec");
        return Stream.concat(
                rules.require(
                        job.has("activeDeadlineSeconds"),
                        "may run for ever",
                        "activeDeadlineSeconds on the job's spec"),
                rules.require(
                        pod.spec().path("restartPolicy").asText().equals("Never"),
                        "leaves no log of a try that failed",
                        "restartPolicy: Never"));
    }

    private Stream<Finding> service(Overlay overlay, Pod pod) {
        var rules = new Rules(overlay, pod.owner());
        return pod.containers().flatMap(container -> {
            var probe = container.path("startupProbe");
            var patience = probe.path("periodSeconds").asInt(DEFAULT_PERIOD)
                    * probe.path("failureThreshold").asInt(DEFAULT_FAILURES);
            var start = issuerWait.plus(START).toSeconds();
            var pause = container.at("/lifecycle/preStop/sleep/seconds").asInt();
            var grace = pod.spec().path("terminationGracePeriodSeconds").asInt(DEFAULT_GRACE);
            return Stream.of(
                            path(rules, container, "startupProbe", "/q/health/started"),
                            path(rules, container, "readinessProbe", "/q/health/ready"),
                            path(rules, container, "livenessProbe", "/q/health/live"),
                            rules.require(
                                    patience >= start,
                                    "is killed after " + patience + " s of starting, and may need " + start
                                            + " s while the issuer is away",
                                    "raise failureThreshold of its startupProbe"),
                            rules.require(
                                    pause > 0,
                                    "ends while requests are still sent to it",
                                    "lifecycle.preStop.sleep of some seconds"),
                            rules.require(
                                    grace > pause + shutdown.toSeconds(),
                                    "is killed " + grace + " s after it was asked to end, with " + pause
                                            + " s of pause and " + shutdown.toSeconds() + " s for requests under way",
                                    "terminationGracePeriodSeconds above their sum"))
                    .flatMap(findings -> findings);
        });
    }

    private static Stream<Finding> path(Rules rules, JsonNode container, String probe, String path) {
        var asked = container.path(probe).at("/httpGet/path").asText();
        return rules.require(
                asked.isEmpty() || asked.equals(path),
                probe + " asks " + asked + ", where smallrye-health does not answer to it",
                "httpGet.path: " + path);
    }
}
