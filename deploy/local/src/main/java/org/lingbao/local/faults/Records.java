package org.lingbao.local.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.lingbao.local.part.Broker;

/**
 * The topics that a load's writes tell of, from one moment on.
 *
 * @param from the first offset of each partition
 */
record Records(Broker broker, Map<TopicPartition, Long> from) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TOPICS = Stream.of("enrollment.person", "contribution.person", "matching.gig")
            .map(Load.CELL.topicPrefix()::concat)
            .toList();
    private static final String MONTH_PAID = "contribution.month-paid.v1";

    /** From now on. */
    static Records from(Ground ground) {
        var broker = Broker.at(ground.ports().kafka());
        return new Records(broker, broker.ends(TOPICS::contains));
    }

    /** All that came since, in the order of each partition. */
    List<Found.Event> read() {
        var events = new ArrayList<Found.Event>();
        broker.since(from, record -> events.add(event(record)));
        return events;
    }

    private static Found.Event event(ConsumerRecord<byte[], byte[]> record) {
        var type = header(record, "ce_type");
        return new Found.Event(
                record.topic().substring(Load.CELL.topicPrefix().length()),
                new String(record.key(), UTF_8),
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

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }
}
