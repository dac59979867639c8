package org.lingbao.local.faults.events;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.lingbao.local.faults.Ground;
import org.lingbao.local.part.Broker;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.stack.Cell;

/** The topics and consumer groups of the cells that run, as an operator of the broker has them. */
final class Records implements AutoCloseable {
    /** Far more than a broker takes by default: what is too large the broker itself shall say. */
    private static final int LARGEST_REQUEST = 16 * 1024 * 1024;

    private final List<String> prefixes;
    private final Broker broker;
    private final Admin admin;

    Records(Ground ground) {
        prefixes = ground.cells().stream().map(Cell::topicPrefix).toList();
        broker = Broker.at(ground.ports().kafka());
        admin = Admin.create(broker.settings());
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
        var written = new ArrayList<Written>();
        try (var producer = producer(packing)) {
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

    private KafkaProducer<byte[], byte[]> producer(Packing packing) {
        var with = new HashMap<>(broker.settings());
        with.put("acks", "all");
        with.put("compression.type", packing.compression);
        with.put("max.request.size", LARGEST_REQUEST);
        with.put("buffer.memory", 2 * LARGEST_REQUEST);
        return new KafkaProducer<>(with, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * Writes everything again that is wanted of what is in the cells' topics now, in order within each partition: all of it, and
     * then all of it once more. There may be more than memory holds, so it is written while it is read.
     *
     * @return how many records, each of them so many times
     */
    long writeAgain(Predicate<ConsumerRecord<byte[], byte[]>> wanted, int times) {
        var ends = broker.ends(this::isOurs);
        var refused = new AtomicLong();
        var written = new AtomicLong();
        try (var producer = producer(Packing.PLAIN)) {
            for (int time = 0; time < times; time++) {
                broker.until(ends, record -> {
                    if (wanted.test(record)) {
                        written.incrementAndGet();
                        var _ = producer.send(
                                again(record), (_, failure) -> refused.addAndGet(failure == null ? 0 : 1));
                    }
                });
            }
        }
        if (refused.get() > 0) {
            throw new PartFailed("Kafka did not take " + refused + " of " + written + " records");
        }
        return written.get() / times;
    }

    private static ProducerRecord<byte[], byte[]> again(ConsumerRecord<byte[], byte[]> record) {
        return new ProducerRecord<>(record.topic(), record.partition(), record.key(), record.value(), record.headers());
    }

    private boolean isOurs(String name) {
        return prefixes.stream().anyMatch(name::startsWith);
    }

    /** The services' groups with what each has taken. */
    Map<String, Map<TopicPartition, OffsetAndMetadata>> groups() {
        return await(admin.listGroups(ListGroupsOptions.forConsumerGroups()).all()).stream()
                .map(GroupListing::groupId)
                .filter(this::isOurs)
                .collect(Collectors.toMap(group -> group, this::taken));
    }

    private Map<TopicPartition, OffsetAndMetadata> taken(String group) {
        return await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()).entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How many records each group has not taken yet, by group and partition; where it has taken all nothing is told. */
    Map<String, Long> lag() {
        var lag = new TreeMap<String, Long>();
        groups().forEach((group, taken) -> {
            var latest = latest(taken);
            taken.forEach((partition, offset) -> {
                var end = latest.get(partition);
                if (end != null && end.offset() != offset.offset()) {
                    lag.put(group + " " + partition, end.offset() - offset.offset());
                }
            });
        });
        return lag;
    }

    private Map<TopicPartition, ListOffsetsResultInfo> latest(Map<TopicPartition, OffsetAndMetadata> taken) {
        return taken.isEmpty()
                ? Map.of()
                : await(admin.listOffsets(taken.keySet().stream()
                                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                        .all());
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
