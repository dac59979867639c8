package org.lingbao.platform.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.platform.trace.Traces;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class EndingInboxTest {
    @Inject
    CountingConsumer consumer;

    @Inject
    Pool pool;

    @Inject
    InboxRows rows;

    @Inject
    Decoder decoder;

    @Inject
    Traces traces;

    @Test
    void what_fails_while_the_service_ends_is_neither_parked_nor_acknowledged() {
        var key = UUID.randomUUID();
        var inbox = new Inbox(pool, rows, decoder, traces);
        inbox.end(new ShutdownEvent());
        assertThatThrownBy(() -> VertxContextSupport.subscribeAndAwait(() -> inbox.take(consumer, refusedOf(key))
                        .ifNoItem()
                        .after(Duration.ofSeconds(1))
                        .fail()))
                .isInstanceOf(TimeoutException.class);
        assertThat(TestDatabase.number("select count(*) from parked_message where key = ?", key.toString()))
                .isZero();
    }

    private static ConsumerRecords<String, byte[]> refusedOf(UUID key) {
        var body = "{\"key\":\"%s\",\"number\":-1}".formatted(key).getBytes(UTF_8);
        var refused = new ConsumerRecord<>("enrollment.person", 0, 0, key.toString(), body);
        refused.headers().add("ce_id", UUID.randomUUID().toString().getBytes(UTF_8));
        refused.headers().add("ce_type", CountingConsumer.TYPE.getBytes(UTF_8));
        return new ConsumerRecords<>(Map.of(new TopicPartition("enrollment.person", 0), List.of(refused)), Map.of());
    }
}
