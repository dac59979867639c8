package org.lingbao.local.part;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The records of a broker on the loopback interface, read by somebody who belongs to no group.
 *
 * @param settings with which any client finds it
 */
public record Broker(Map<String, Object> settings) {
    private static final Duration A_MOMENT = Duration.ofMillis(200);

    /** Kafka's client tells much of itself, which nobody asked for. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    public static Broker at(int port) {
        KAFKA.setLevel(Level.SEVERE);
        return new Broker(Map.of("bootstrap.servers", Ports.HOST + ":" + port));
    }

    /** Where each partition of the topics that are wanted ends. */
    public Map<TopicPartition, Long> ends(Predicate<String> topic) {
        return offsets(topic, KafkaConsumer::endOffsets);
    }

    /** All that is in the topics that are wanted, in order within each partition. */
    public void all(Predicate<String> topic, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        since(offsets(topic, KafkaConsumer::beginningOffsets), reader);
    }

    /** What came since these offsets, in order within each partition. */
    public void since(Map<TopicPartition, Long> from, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        try (var consumer = consumer()) {
            read(consumer, from, consumer.endOffsets(from.keySet()), reader);
        }
    }

    /** What came before these offsets, in order within each partition; what is written meanwhile is not among it. */
    public void until(Map<TopicPartition, Long> ends, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        try (var consumer = consumer()) {
            read(consumer, consumer.beginningOffsets(ends.keySet()), ends, reader);
        }
    }

    private static void read(
            KafkaConsumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> from,
            Map<TopicPartition, Long> ends,
            Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        consumer.assign(from.keySet());
        from.forEach(consumer::seek);
        while (true) {
            var read = ends.entrySet().stream()
                    .filter(end -> consumer.position(end.getKey()) >= end.getValue())
                    .map(Map.Entry::getKey)
                    .toList();
            if (read.size() == ends.size()) {
                return;
            }
            consumer.pause(read);
            for (var record : consumer.poll(A_MOMENT)) {
                if (record.offset() < ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L)) {
                    reader.accept(record);
                }
            }
        }
    }

    private Map<TopicPartition, Long> offsets(
            Predicate<String> topic,
            BiFunction<KafkaConsumer<?, ?>, Collection<TopicPartition>, Map<TopicPartition, Long>> which) {
        try (var consumer = consumer()) {
            var partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .filter(partition -> topic.test(partition.topic()))
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            return Map.copyOf(which.apply(consumer, partitions));
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
