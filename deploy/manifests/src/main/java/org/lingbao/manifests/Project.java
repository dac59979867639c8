package org.lingbao.manifests;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the rest of the repository says, against which the manifests are held. */
record Project(Path root, List<ServiceSource> services, List<Topic> topics) {
    static final String TOPICS = "contracts/events/topics.yaml";
    private static final String SERVICE = "-service";

    /** As {@code topics.yaml} declares it, without the cell's number. */
    record Topic(String name, int partitions, String retention) {
        /** As Kafka counts it; -1 keeps all. */
        long retentionMillis() {
            return retention.equals("forever") ? -1 : Duration.parse(retention).toMillis();
        }
    }

    static Project read(Path root) {
        try (var folders = Files.list(root)) {
            var services = folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> name.endsWith(SERVICE))
                    .map(name -> name.substring(0, name.length() - SERVICE.length()))
                    .sorted()
                    .map(name -> ServiceSource.read(root, name))
                    .toList();
            return new Project(root, services, topics(root.resolve(TOPICS)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Topic> topics(Path file) throws IOException {
        var declared = new YAMLMapper().readValue(file.toFile(), new TypeReference<List<Map<String, String>>>() {});
        return declared.stream()
                .map(topic -> new Topic(
                        topic.getOrDefault("name", ""),
                        Integer.parseInt(topic.getOrDefault("partitions", "1")),
                        topic.getOrDefault("retention", "forever")))
                .toList();
    }

    Optional<ServiceSource> service(String name) {
        return services.stream().filter(service -> service.name().equals(name)).findFirst();
    }

    /** The same for all services: a setting of the platform. */
    Duration platformDuration(String key) {
        return Duration.parse(
                "PT" + services.getFirst().properties().getOrDefault(key, "0S").replaceFirst("^PT", ""));
    }
}
