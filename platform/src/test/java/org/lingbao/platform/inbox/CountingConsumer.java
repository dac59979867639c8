package org.lingbao.platform.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * A consumer whose whole effect is one row per event; it refuses negative numbers until it is healed, and even then they
 * wait while a test holds the advisory lock {@link #GATE}.
 */
@ApplicationScoped
public class CountingConsumer implements EventConsumer {
    static final String TYPE = "enrollment.counted.v1";

    static final long GATE = 7L;

    private final AtomicBoolean healed = new AtomicBoolean();
    private final Inbox inbox;

    /** The fields that this consumer uses. */
    public record Counted(UUID key, int number) {}

    CountingConsumer(Inbox inbox) {
        this.inbox = inbox;
    }

    void heal(boolean yes) {
        healed.set(yes);
    }

    @Incoming("test-events")
    public Uni<Void> on(ConsumerRecords<String, byte[]> batch) {
        return inbox.take(this, batch);
    }

    @Override
    public String name() {
        return "counting";
    }

    @Override
    public Map<String, Handler> handlers() {
        return Map.of(TYPE, this::count);
    }

    private Uni<Void> count(SqlConnection transaction, Received event) {
        var counted = event.as(Counted.class);
        if (counted.number() < 0 && !healed.get()) {
            return Uni.createFrom().failure(new IllegalStateException("negative"));
        }
        return (counted.number() < 0
                        ? throughGate(transaction)
                        : Uni.createFrom().voidItem())
                .chain(() -> transaction
                        .preparedQuery("insert into effect (key, number) values ($1, $2)")
                        .execute(Tuple.of(counted.key(), counted.number())))
                .replaceWithVoid();
    }

    private static Uni<Void> throughGate(SqlConnection transaction) {
        return transaction
                .preparedQuery("select count(pg_advisory_xact_lock($1))")
                .execute(Tuple.of(GATE))
                .replaceWithVoid();
    }
}
