package org.lingbao.manifests;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The cell's topics are those of the contracts, on a broker that loses none of their records. */
record Topics(Project project) implements Check {
    static final String FILE = "deploy/kubernetes/base/kafka/topics.yaml";
    static final int REPLICAS = 3;
    private static final String WRITE = "run ./lingbao manifests topics";

    @Override
    public Stream<Finding> findings(Overlay overlay) {
        return Stream.of(
                        project.topics().stream().flatMap(topic -> declared(overlay, topic)),
                        overlay.all("KafkaTopic").flatMap(topic -> wanted(overlay, topic)),
                        overlay.all("KafkaNodePool")
                                .flatMap(pool -> new Rules(overlay, pool)
                                        .require(
                                                pool.at("/spec/replicas").asInt() >= REPLICAS,
                                                "has fewer nodes than a record has copies",
                                                "replicas: " + REPLICAS)))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> declared(Overlay overlay, Project.Topic topic) {
        var found = overlay.find("KafkaTopic", topic.name());
        if (found.isEmpty()) {
            return Stream.of(overlay.missing(
                    FILE,
                    "KafkaTopic/" + topic.name(),
                    Project.TOPICS + " declares " + topic.name() + ", and nothing makes it",
                    WRITE));
        }
        var object = found.get();
        var rules = new Rules(overlay, object);
        var name = overlay.cell() + "." + topic.name();
        return Stream.of(
                        rules.require(
                                object.at("/spec/topicName").asText().equals(name),
                                "is called " + object.at("/spec/topicName").asText() + ", and services say " + name,
                                "topicName: cell." + topic.name() + ", and components/cell in the overlay"),
                        rules.require(
                                object.at("/spec/partitions").asInt() == topic.partitions(),
                                "has " + object.at("/spec/partitions").asInt() + " partitions, and " + Project.TOPICS
                                        + " says " + topic.partitions(),
                                WRITE),
                        rules.require(
                                object.at("/spec/config/retention.ms").asLong() == topic.retentionMillis(),
                                "keeps its records for "
                                        + object.at("/spec/config/retention.ms").asText("no time")
                                        + " ms, and " + Project.TOPICS + " says " + topic.retention(),
                                WRITE))
                .flatMap(findings -> findings);
    }

    private Stream<Finding> wanted(Overlay overlay, Manifest object) {
        var rules = new Rules(overlay, object);
        var copies = object.at("/spec/replicas").asInt();
        var together = object.at("/spec/config/min.insync.replicas").asInt();
        return Stream.of(
                        rules.require(
                                project.topics().stream()
                                        .anyMatch(topic -> topic.name().equals(object.name())),
                                "is not in " + Project.TOPICS,
                                "declare it there, or " + WRITE),
                        rules.require(
                                copies >= REPLICAS && together >= 2 && together < copies,
                                "may lose what was acknowledged, or stands still with one node less",
                                "replicas: 3 and min.insync.replicas: 2"),
                        rules.require(
                                overlay.find("Kafka", object.labels().getOrDefault("strimzi.io/cluster", ""))
                                        .isPresent(),
                                "belongs to no broker of this overlay",
                                "label it strimzi.io/cluster: kafka"))
                .flatMap(findings -> findings);
    }

    /** The file that declares them for Strimzi, without the cell's number. */
    static String yaml(List<Project.Topic> topics) {
        return topics.stream()
                .map(topic -> """
                        apiVersion: kafka.strimzi.io/v1
                        kind: KafkaTopic
                        metadata:
                          name: %1$s
                          labels: {strimzi.io/cluster: kafka}
                        spec:
                          topicName: cell.%1$s
                          partitions: %2$d
                          replicas: %3$d
                          config:
                            min.insync.replicas: 2
                            retention.ms: %4$d
                        """.formatted(topic.name(), topic.partitions(), REPLICAS, topic.retentionMillis()))
                .collect(Collectors.joining(
                        "---\n",
                        "# Written by ./lingbao manifests topics from contracts/events/topics.yaml; an overlay puts its cell's"
                                + " number in.\n",
                        ""));
    }
}
