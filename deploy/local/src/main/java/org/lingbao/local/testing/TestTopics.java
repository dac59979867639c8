package org.lingbao.local.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the topics of this run with plain Kafka clients, which are kept: tests ask often. Topic names are given
 * without the prefix.
 */
public final class TestTopics {
    private static final Map<String, KafkaProducer<String, byte[]>> PRODUCERS = new ConcurrentHashMap<>();
    private static final Map<String, TopicReader> READERS = new ConcurrentHashMap<>();

    /** No promise is measured by it: other builds beside this one can hold the broker's disk for tens of seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A record as it stands in the topic. */
    public record Message(
            @Nullable String key, byte @Nullable [] value, Map<String, String> headers, int partition, long offset) {
        static Message of(ConsumerRecord<String, byte[]> record) {
            var headers = new LinkedHashMap<String, String>();
            record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
            return new Message(record.key(), record.value(), headers, record.partition(), record.offset());
        }

        /** The value as text. */
        public String text() {
            return value == null ? "" : new String(value, UTF_8);
        }
    }

    private TestTopics() {}

    /** The full name of a topic in this run. */
    public static String full(String topic) {
        return TestRun.get(TestRun.PREFIX) + topic;
    }

    /** {@code host:port} of the broker. */
    public static String bootstrap() {
        return TestRun.get(TestRun.BOOTSTRAP);
    }

    /** Writes one record and waits until the broker has it. */
    public static void send(String topic, String key, byte[] value, Map<String, String> headers) {
        var record = new ProducerRecord<>(full(topic), key, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        try {
            var sent = PRODUCERS
                    .computeIfAbsent(bootstrap(), TestTopics::producer)
                    .send(record)
                    .get();
            assert sent.hasOffset();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot write to " + full(topic), e);
        }
    }

    /** Everything in the topic now, in order of partition and offset. */
    public static List<Message> all(String topic) {
        return reader(topic).all();
    }

    /** All records that fit, when there are {@code count} or more. */
    public static List<Message> await(String topic, int count, Predicate<Message> fits) {
        return await(topic, count, PATIENCE, fits);
    }

    /** All records that fit, when there are {@code count} or more; it fails after {@code limit}. */
    public static List<Message> await(String topic, int count, Duration limit, Predicate<Message> fits) {
        return reader(topic).await(count, limit, fits);
    }

    /** The records of one key, when there are {@code count} or more. */
    public static List<Message> awaitKey(String topic, String key, int count) {
        return await(topic, count, message -> key.equals(message.key()));
    }

    private static KafkaProducer<String, byte[]> producer(String bootstrap) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "acks", "all");
        return loaded(() -> new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()));
    }

    private static TopicReader reader(String topic) {
        return READERS.computeIfAbsent(
                bootstrap() + "/" + full(topic), address -> loaded(() -> new TopicReader(bootstrap(), full(topic))));
    }

    /** Kafka loads its own classes by the thread's loader, which in a test of Quarkus may be another than ours. */
    private static <T> T loaded(Supplier<T> client) {
        var thread = Thread.currentThread();
        var loader = thread.getContextClassLoader();
        thread.setContextClassLoader(TestTopics.class.getClassLoader());
        try {
            return client.get();
        } finally {
            thread.setContextClassLoader(loader);
        }
    }
}
