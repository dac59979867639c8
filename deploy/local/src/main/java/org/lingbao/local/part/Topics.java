package org.lingbao.local.part;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/** The topics of a cell, as {@code contracts/events/topics.yaml} declares them. */
public final class Topics {
    private static final String DECLARATION = "/contracts/events/topics.yaml";
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * One declared topic.
     *
     * @param name without the prefix of its cell, for example {@code enrollment.person}
     * @param retention ISO 8601 such as {@code P7D}; none or {@code forever} keeps all records
     */
    public record Topic(
            String name, int partitions, @Nullable String retention) {
        String retentionMillis() {
            if (retention == null || retention.equals("forever")) {
                return "-1";
            }
            return Long.toString(Duration.parse(retention).toMillis());
        }
    }

    private Topics() {}

    /** All declared topics. */
    public static List<Topic> declared() {
        try (var declaration = Topics.class.getResourceAsStream(DECLARATION)) {
            if (declaration == null) {
                return List.of();
            }
            JsonNode tree = YAML.readTree(declaration);
            return YAML.convertValue(tree.isArray() ? tree : tree.path("topics"), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + DECLARATION, e);
        }
    }

    /** Creates the declared topics with the prefix, those that are there already excepted. */
    public static void create(String bootstrap, String prefix) {
        // Kafka loads its own classes by the thread's loader, which in a test of Quarkus may be another than ours
        var thread = Thread.currentThread();
        var loader = thread.getContextClassLoader();
        thread.setContextClassLoader(Topics.class.getClassLoader());
        try {
            createIn(bootstrap, prefix);
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    private static void createIn(String bootstrap, String prefix) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            var topics = declared().stream()
                    .map(topic -> new NewTopic(prefix + topic.name(), topic.partitions(), (short) 1)
                            .configs(Map.of("retention.ms", topic.retentionMillis())))
                    .toList();
            for (var created : admin.createTopics(topics).values().entrySet()) {
                await(created.getKey(), created.getValue());
            }
        }
    }

    private static void await(String topic, KafkaFuture<Void> created) {
        try {
            created.get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted while making the topic " + topic, e);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new PartFailed("Kafka could not make the topic " + topic + ": " + e.getMessage(), e);
            }
        } catch (TimeoutException e) {
            throw new PartFailed("Kafka did not make the topic " + topic + " within 30 s.", e);
        }
    }
}
