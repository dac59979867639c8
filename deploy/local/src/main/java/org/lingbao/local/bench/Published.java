package org.lingbao.local.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Ports;

/** What the relay published in a topic of its own, which nobody consumes. */
final class Published {
    /** Without the prefix of its cell. */
    static final String TOPIC = "bench.event";

    /** As the topics of persons. */
    private static final int PARTITIONS = 6;

    private static final Duration A_MOMENT = Duration.ofMillis(200);

    /** Kafka's client tells much of itself, which nobody asked for. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private final Map<String, Object> settings;
    private final List<TopicPartition> partitions;
    private Map<TopicPartition, Long> from = Map.of();

    Published(Ground ground) {
        KAFKA.setLevel(Level.SEVERE);
        settings = Map.of("bootstrap.servers", Ports.HOST + ":" + ground.ports().kafka());
        var name = Ground.CELL.topicPrefix() + TOPIC;
        partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(one -> new TopicPartition(name, one))
                .toList();
        try (var admin = Admin.create(settings)) {
            var made = admin.createTopics(List.of(new NewTopic(name, PARTITIONS, (short) 1)))
                    .all()
                    .get();
            assert made == null;
        } catch (ExecutionException e) {
            throw new PartFailed("Kafka could not make the topic " + name + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted", e);
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Only what comes from now on counts. */
    void begin() {
        try (var consumer = consumer()) {
            from = Map.copyOf(consumer.endOffsets(partitions));
        }
    }

    /**
     * All are there, those of a key in their order. A repetition, which consumers drop, is none.
     *
     * @param events numbered from 1
     */
    void prove(int events) {
        var order = new Order();
        try (var consumer = consumer()) {
            var ends = new HashMap<>(consumer.endOffsets(partitions));
            consumer.assign(partitions);
            from.forEach(consumer::seek);
            ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            while (!ends.isEmpty()) {
                consumer.poll(A_MOMENT).forEach(record -> order.seen(record.key(), number(record.value())));
                ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            }
        }
        order.prove(events);
    }

    /** The first number in a body. */
    static int number(byte[] body) {
        var digits = new String(body, US_ASCII).replaceFirst("^\\D*(\\d+).*$", "$1");
        return Integer.parseInt(digits);
    }

    /** The numbers that came, and whether those of a key grew. */
    static final class Order {
        private final BitSet seen = new BitSet();
        private final Map<String, Integer> last = new HashMap<>();
        private int early;

        void seen(String key, int number) {
            if (!seen.get(number)) {
                seen.set(number);
                var before = last.put(key, number);
                if (before != null && before > number) {
                    early++;
                }
            }
        }

        /** @throws PartFailed when not all of them came, or one before an earlier one of its key */
        void prove(int events) {
            var missing = events - seen.get(1, events + 1).cardinality();
            if (missing != 0 || early != 0 || seen.length() > events + 1) {
                throw new PartFailed("%,d of %,d events were not published, %,d came before an earlier one of their key"
                        .formatted(missing, events, early));
            }
        }
    }
}
