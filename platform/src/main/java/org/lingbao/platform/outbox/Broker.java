package org.lingbao.platform.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.trace.Traces;

/**
 * Sends events to Kafka with the headers of CloudEvents. While the broker is down a send waits: it never gives up on one
 * record and goes on with the next, for that would reorder a key.
 */
@ApplicationScoped
class Broker {
    /** As much as one look at the outbox may find for one partition, so that it goes in one request. */
    private static final int BATCH_BYTES = 256 * 1024;

    private final String bootstrapServers;
    private final String topicPrefix;
    private @Nullable Producer<String, byte[]> producer;

    Broker(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "lingbao.topic-prefix") String topicPrefix) {
        this.bootstrapServers = bootstrapServers;
        this.topicPrefix = topicPrefix;
    }

    /**
     * Publishes all in order, and returns when the broker has acknowledged all. A send that fails at once (the broker is
     * away and the topic not known yet) ends it before the next is sent, and after any failure nothing stays under way:
     * else a later event could overtake the one that is sent again.
     */
    void publish(List<OutboxRows.Waiting> events) throws InterruptedException {
        var target = producer();
        var acknowledgements = new ArrayList<Future<RecordMetadata>>(events.size());
        try {
            for (var event : events) {
                var acknowledgement = target.send(toRecord(event), (sent, failure) -> closeAfter(failure));
                acknowledgements.add(acknowledgement);
                if (acknowledgement.isDone()) {
                    await(acknowledgement);
                }
            }
            target.flush(); // what is there is all there is: nothing lingers
            for (var acknowledgement : acknowledgements) {
                await(acknowledgement);
            }
        } catch (InterruptException e) {
            var _ = Thread.interrupted(); // told by the exception from here on
            throw new InterruptedException("while events were sent");
        } catch (ExecutionException e) {
            close();
            throw new IllegalStateException("the broker did not take an event (" + e.getMessage() + ")", e);
        }
    }

    private static void await(Future<RecordMetadata> acknowledgement) throws InterruptedException, ExecutionException {
        var taken = acknowledgement.get();
        assert taken != null;
    }

    /** At once: what waits behind a failed event must not go out before it. */
    private void closeAfter(@Nullable Exception failure) {
        if (failure != null) {
            close();
        }
    }

    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    private synchronized Producer<String, byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    Map.ofEntries(
                            entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                            entry(ProducerConfig.CLIENT_ID_CONFIG, topicPrefix + "outbox-relay"),
                            entry(ProducerConfig.ACKS_CONFIG, "all"),
                            entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                            entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE),
                            entry(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES),
                            entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000)),
                    new StringSerializer(),
                    new ByteArraySerializer());
        }
        return producer;
    }

    private ProducerRecord<String, byte[]> toRecord(OutboxRows.Waiting event) {
        var headers = new RecordHeaders();
        headers.add("ce_specversion", "1.0".getBytes(UTF_8));
        headers.add("ce_id", event.id().toString().getBytes(UTF_8));
        headers.add("ce_type", event.type().getBytes(UTF_8));
        headers.add("ce_source", ("/" + topicPrefix + event.topic()).getBytes(UTF_8));
        headers.add("ce_time", event.createdAt().getBytes(UTF_8));
        headers.add("content-type", "application/json".getBytes(UTF_8));
        if (event.trace() != null) {
            headers.add(Traces.HEADER, event.trace().getBytes(UTF_8));
        }
        return new ProducerRecord<>(
                topicPrefix + event.topic(),
                null,
                event.key().toString(),
                event.payload().getBytes(UTF_8),
                headers);
    }
}
