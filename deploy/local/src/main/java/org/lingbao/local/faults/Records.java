package org.lingbao.local.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.lingbao.local.part.Ports;

/**
 * The topics that a load's writes tell of, from one moment on.
 *
 * @param from the first offset of each partition
 */
record Records(Map<String, Object> settings, Map<TopicPartition, Long> from) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TOPICS = List.of("enrollment.person", "contribution.person", "matching.gig");
    private static final Duration A_MOMENT = Duration.ofMillis(200);
    private static final String MONTH_PAID = "contribution.month-paid.v1";

    /** Kafka's client tells much of itself, which nobody asked for. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    /** From now on. */
    static Records from(Ground ground) {
        KAFKA.setLevel(Level.SEVERE);
        var settings = Map.<String, Object>of(
                "bootstrap.servers", Ports.HOST + ":" + ground.ports().kafka());
        try (var consumer = consumer(settings)) {
            var partitions = TOPICS.stream()
                    .flatMap(topic -> consumer.partitionsFor(Load.CELL.topicPrefix() + topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            return new Records(settings, Map.copyOf(consumer.endOffsets(partitions)));
        }
    }

    private static KafkaConsumer<String, byte[]> consumer(Map<String, Object> settings) {
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** All that came since, in the order of each partition. */
    List<Found.Event> read() {
        var events = new ArrayList<Found.Event>();
        try (var consumer = consumer(settings)) {
            var ends = new HashMap<>(consumer.endOffsets(from.keySet()));
            consumer.assign(from.keySet());
            from.forEach(consumer::seek);
            ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            while (!ends.isEmpty()) {
                consumer.poll(A_MOMENT).forEach(record -> events.add(event(record)));
                ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            }
        }
        return events;
    }

    private static Found.Event event(ConsumerRecord<String, byte[]> record) {
        var type = header(record, "ce_type");
        return new Found.Event(
                record.topic().substring(Load.CELL.topicPrefix().length()),
                record.key(),
                header(record, "ce_id"),
                type,
                type.equals(MONTH_PAID) ? receipt(record.value()) : "");
    }

    private static String receipt(byte[] body) {
        try {
            return JSON.readTree(body).path("receiptId").asText();
        } catch (IOException e) {
            throw new UncheckedIOException("an event that is not JSON", e);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }
}
