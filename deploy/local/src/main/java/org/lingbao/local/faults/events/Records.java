package org.lingbao.local.faults.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.lingbao.local.faults.Ground;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Ports;
import org.lingbao.local.stack.Cell;

/** The topics and consumer groups of the cells that run, as an operator of the broker has them. */
final class Records implements AutoCloseable {
    private static final Duration A_MOMENT = Duration.ofMillis(200);
    /** Far more than a broker takes by default: what is too large the broker itself shall say. */
    private static final int LARGEST_REQUEST = 16 * 1024 * 1024;

    /** Kafka's client tells much of itself, which nobody asked for. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private final List<String> prefixes;
    private final Map<String, Object> settings;
    private final Admin admin;

    Records(Ground ground) {
        KAFKA.setLevel(Level.SEVERE);
        prefixes = ground.cells().stream().map(Cell::topicPrefix).toList();
        settings = Map.of("bootstrap.servers", Ports.HOST + ":" + ground.ports().kafka());
        admin = Admin.create(settings);
    }

    /** How a record is sent. */
    enum Packing {
        PLAIN("none"),
        PACKED("gzip");

        private final String compression;

        Packing(String compression) {
            this.compression = compression;
        }
    }

    /**
     * What became of a record.
     *
     * @param refused why the broker did not take it; empty where it did
     */
    record Written(int partition, long offset, String refused) {
        boolean taken() {
            return refused.isEmpty();
        }
    }

    /** Writes in this order; the answer has the same order. */
    List<Written> write(List<ProducerRecord<byte[], byte[]>> records, Packing packing) {
        var with = new HashMap<>(settings);
        with.put("acks", "all");
        with.put("compression.type", packing.compression);
        with.put("max.request.size", LARGEST_REQUEST);
        with.put("buffer.memory", 2 * LARGEST_REQUEST);
        var written = new ArrayList<Written>();
        try (var producer = new KafkaProducer<>(with, new ByteArraySerializer(), new ByteArraySerializer())) {
            var sent = new ArrayList<Future<RecordMetadata>>();
            records.forEach(record -> sent.add(producer.send(record)));
            for (var one : sent) {
                try {
                    var at = one.get();
                    written.add(new Written(at.partition(), at.offset(), ""));
                } catch (ExecutionException e) {
                    written.add(new Written(-1, -1, String.valueOf(e.getCause())));
                }
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        return written;
    }

    /** Everything in the cells' topics that is wanted, in order within each partition. */
    List<ConsumerRecord<byte[], byte[]>> all(Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
        var all = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .filter(partition -> prefixes.stream().anyMatch(partition.topic()::startsWith))
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            var ends = new HashMap<>(consumer.endOffsets(partitions));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            while (!ends.isEmpty()) {
                consumer.poll(A_MOMENT).forEach(record -> {
                    if (wanted.test(record)) {
                        all.add(record);
                    }
                });
                ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            }
        }
        return all;
    }

    /** The services' groups with what each has taken. */
    Map<String, Map<TopicPartition, OffsetAndMetadata>> groups() {
        return await(admin.listGroups(ListGroupsOptions.forConsumerGroups()).all()).stream()
                .map(GroupListing::groupId)
                .filter(group -> prefixes.stream().anyMatch(group::startsWith))
                .collect(Collectors.toMap(group -> group, this::taken));
    }

    private Map<TopicPartition, OffsetAndMetadata> taken(String group) {
        return await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()).entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How many records the groups have not taken yet. */
    long lag() {
        return groups().values().stream().mapToLong(this::lag).sum();
    }

    private long lag(Map<TopicPartition, OffsetAndMetadata> taken) {
        if (taken.isEmpty()) {
            return 0;
        }
        var latest = await(admin.listOffsets(taken.keySet().stream()
                        .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                .all());
        return taken.entrySet().stream()
                .mapToLong(entry -> {
                    var end = latest.get(entry.getKey());
                    return end == null ? 0 : end.offset() - entry.getValue().offset();
                })
                .sum();
    }

    /** A group, none of whose members runs, begins again at the beginning of all that it has taken. */
    void rewind(String group, Map<TopicPartition, OffsetAndMetadata> taken) {
        var beginning = taken.keySet().stream()
                .collect(Collectors.toMap(partition -> partition, partition -> new OffsetAndMetadata(0)));
        var _ = await(admin.alterConsumerGroupOffsets(group, beginning).all());
    }

    private static <T> T await(Future<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new PartFailed("Kafka did not do it: " + e.getCause(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static PartFailed interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new PartFailed("interrupted", e);
    }

    @Override
    public void close() {
        admin.close();
    }
}
