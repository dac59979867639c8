package org.lingbao.manifests;

import java.util.List;
import java.util.stream.Stream;

/** Somebody counts the pods of each service, never two, and what they count by is what the service reads. */
record Scaling(Project project) implements Check {
    private static final List<String> COUNTERS = List.of("HorizontalPodAutoscaler", "ScaledObject");

    @Override
    public Stream<Finding> findings(Overlay overlay) {
        return Stream.of(
                        overlay.services().flatMap(pod -> counted(overlay, pod)),
                        counters(overlay).flatMap(counter -> target(overlay, counter)),
                        overlay.all("ScaledObject").flatMap(scaled -> lag(overlay, scaled)))
                .flatMap(findings -> findings);
    }

    private static Stream<Manifest> counters(Overlay overlay) {
        return COUNTERS.stream().flatMap(overlay::all);
    }

    private static Stream<Manifest> countersOf(Overlay overlay, String deployment) {
        return counters(overlay)
                .filter(counter ->
                        counter.at("/spec/scaleTargetRef/name").asText().equals(deployment));
    }

    static int least(Manifest counter) {
        return counter.at(counter.is("ScaledObject") ? "/spec/minReplicaCount" : "/spec/minReplicas")
                .asInt();
    }

    /** How many pods of a Deployment there may be at most, without the one that replaces another. */
    static int most(Overlay overlay, Manifest deployment) {
        return countersOf(overlay, deployment.name())
                .mapToInt(counter -> counter.at(
                                counter.is("ScaledObject") ? "/spec/maxReplicaCount" : "/spec/maxReplicas")
                        .asInt())
                .max()
                .orElseGet(() -> deployment.at("/spec/replicas").asInt(1));
    }

    private static Stream<Finding> counted(Overlay overlay, Pod pod) {
        var rules = new Rules(overlay, pod.owner());
        var counters = countersOf(overlay, pod.owner().name()).toList();
        var own = pod.owner().tree().path("spec").has("replicas");
        return Stream.of(
                        rules.require(
                                counters.size() <= 1,
                                "is counted by "
                                        + counters.stream().map(Manifest::id).toList(),
                                "take components/hpa or components/keda, not both"),
                        rules.require(
                                counters.isEmpty() || !own,
                                "has a number of pods that takes the autoscaler's away at each apply",
                                "remove spec.replicas, as components/hpa does"),
                        rules.require(
                                !counters.isEmpty()
                                        || pod.owner().at("/spec/replicas").asInt(1) >= 2,
                                "ends with the node that it is on",
                                "replicas: 2, or components/hpa"))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> target(Overlay overlay, Manifest counter) {
        var rules = new Rules(overlay, counter);
        var name = counter.at("/spec/scaleTargetRef/name").asText();
        return Stream.concat(
                rules.require(
                        overlay.find("Deployment", name).isPresent(),
                        "counts the pods of " + name + ", which is not there",
                        "name a Deployment of the overlay"),
                rules.require(least(counter) >= 2, "goes down to a single pod", "a minimum of 2"));
    }

    private Stream<Finding> lag(Overlay overlay, Manifest scaled) {
        var rules = new Rules(overlay, scaled);
        var read = project.service(scaled.at("/spec/scaleTargetRef/name").asText())
                .map(service -> service.incoming(overlay.cell()))
                .orElseGet(List::of);
        var watched = Manifest.each(scaled.at("/spec/triggers"))
                .filter(trigger -> trigger.path("type").asText().equals("kafka"))
                .map(trigger -> new ServiceSource.Incoming(
                        trigger.at("/metadata/topic").asText(),
                        trigger.at("/metadata/consumerGroup").asText()))
                .toList();
        return Stream.concat(
                read.stream()
                        .filter(incoming -> !watched.contains(incoming))
                        .map(incoming -> overlay.finding(
                                scaled,
                                "does not watch how far " + incoming.group() + " is behind in " + incoming.topic(),
                                "a kafka trigger with topic " + common(overlay, incoming.topic())
                                        + " and consumerGroup "
                                        + common(overlay, incoming.group())
                                        + ", and the label lingbao.org/by: lag")),
                watched.stream()
                        .flatMap(trigger -> rules.require(
                                read.contains(trigger),
                                "watches " + trigger.group() + " in " + trigger.topic()
                                        + ", which the service does not read so",
                                "take topic and group of mp.messaging.incoming in its application.properties")));
    }

    private static String common(Overlay overlay, String name) {
        return name.replaceFirst("^" + overlay.cell() + "\\.", "cell.");
    }
}
