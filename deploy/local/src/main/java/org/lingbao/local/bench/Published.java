package org.lingbao.local.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;
import org.lingbao.local.part.Broker;
import org.lingbao.local.part.PartFailed;

/** What the relay published in a topic of its own, which nobody consumes. */
final class Published {
    /** Without the prefix of its cell. */
    static final String TOPIC = "bench.event";

    /** As the topics of persons. */
    private static final int PARTITIONS = 6;

    private final Broker broker;
    private final String name = Ground.CELL.topicPrefix() + TOPIC;
    private Map<TopicPartition, Long> from = Map.of();

    Published(Ground ground) {
        broker = Broker.at(ground.ports().kafka());
        try (var admin = Admin.create(broker.settings())) {
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

    /** Only what comes from now on counts. */
    void begin() {
        from = broker.ends(name::equals);
    }

    /**
     * All are there, those of a key in their order. A repetition, which consumers drop, is none.
     *
     * @param events numbered from 1
     */
    void prove(int events) {
        var order = new Order();
        broker.since(from, record -> order.seen(new String(record.key(), US_ASCII), number(record.value())));
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
