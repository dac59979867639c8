package org.lingbao.local.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.lingbao.local.testing.TestTopics.Message;

/** Reads one topic from its beginning and remembers it, so that each record is fetched once, however often tests ask. */
final class TopicReader {
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final List<Message> read = new ArrayList<>();

    TopicReader(String bootstrap, String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", "false");
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    synchronized List<Message> all() {
        var ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
            readOn();
        }
        return read.stream()
                .sorted(Comparator.comparingInt(Message::partition).thenComparingLong(Message::offset))
                .toList();
    }

    synchronized List<Message> await(int count, Duration limit, Predicate<Message> fits) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            var found = read.stream().filter(fits).toList();
            if (found.size() >= count) {
                return found;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("expected " + count + " records within " + limit + ", but of the "
                        + read.size() + " up to " + consumer.endOffsets(partitions) + " those that fit were " + found);
            }
            readOn();
        }
    }

    private void readOn() {
        consumer.poll(POLL).forEach(record -> read.add(Message.of(record)));
    }
}
