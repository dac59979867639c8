package org.lingbao.local.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Reads and writes the topics of this run with plain Kafka clients. Topic names are given without the prefix. */
public final class TestTopics {
    private static final Duration POLL = Duration.ofMillis(100);

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
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap(), "acks", "all");
        try (var producer =
                loaded(() -> new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()))) {
            var record = new ProducerRecord<>(full(topic), key, value);
            headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
            var sent = producer.send(record).get();
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
        try (var consumer = consumer()) {
            var partitions = assign(consumer, topic);
            var ends = consumer.endOffsets(partitions);
            var read = new ArrayList<Message>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(POLL).forEach(record -> read.add(Message.of(record)));
            }
            return read;
        }
    }

    /** Reads from the beginning until {@code count} records fit, or fails after {@code limit}. */
    public static List<Message> await(String topic, int count, Duration limit, Predicate<Message> fits) {
        var deadline = System.nanoTime() + limit.toNanos();
        try (var consumer = consumer()) {
            var partitions = assign(consumer, topic);
            var read = new ArrayList<Message>();
            while (read.size() < count) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("expected " + count + " records in " + partitions + " within " + limit
                            + ", but there were " + read);
                }
                for (var record : consumer.poll(POLL)) {
                    var message = Message.of(record);
                    if (fits.test(message)) {
                        read.add(message);
                    }
                }
            }
            return read;
        }
    }

    /** The records of one key, as they come. */
    public static List<Message> awaitKey(String topic, String key, int count) {
        return await(topic, count, Duration.ofSeconds(20), message -> key.equals(message.key()));
    }

    private static KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrap(), "auto.offset.reset", "earliest", "enable.auto.commit", "false");
        return loaded(() -> new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()));
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

    private static List<TopicPartition> assign(KafkaConsumer<String, byte[]> consumer, String topic) {
        var partitions = consumer.partitionsFor(full(topic)).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return partitions;
    }
}
