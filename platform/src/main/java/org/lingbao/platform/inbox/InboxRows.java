package org.lingbao.platform.inbox;

import static java.util.stream.Collectors.toSet;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.lingbao.platform.inbox.Delivery.Readable;

/** The tables inbox and parked_message. */
@ApplicationScoped
class InboxRows {
    /** Held by who parks behind a waiting key and by who releases the key: by consumer and key. */
    private static final String LOCK =
            "count(pg_advisory_xact_lock(hashtextextended('parked ' || %s || ' ' || %s, 0)))";

    /** Remembers the messages; the answer holds those that were not known before. */
    Uni<Set<UUID>> remember(SqlConnection transaction, EventConsumer consumer, List<Readable> deliveries) {
        if (deliveries.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        var ids = deliveries.stream()
                .map(delivery -> delivery.event().messageId())
                .distinct()
                .sorted() // one order for everybody: two batches that share messages do not deadlock
                .toArray(UUID[]::new);
        return transaction
                .preparedQuery("""
                        insert into inbox (consumer, message_id)
                        select $1, m.id from unnest($2::uuid[]) as m(id)
                        on conflict do nothing returning message_id""")
                .execute(Tuple.of(consumer.name(), ids))
                .map(found -> StreamSupport.stream(found.spliterator(), false)
                        .map(row -> row.getUUID(0))
                        .collect(toSet()));
    }

    /**
     * Those keys of the batch that already wait behind a parked message. A key that seems to wait is locked and looked at
     * again: its release may be under way, and an event that is parked meanwhile would be left behind by it.
     */
    Uni<Set<String>> waitingKeys(SqlConnection transaction, EventConsumer consumer, List<Delivery> deliveries) {
        var keys = deliveries.stream().map(Delivery::key).distinct().toArray(String[]::new);
        return waiting(transaction, consumer, keys)
                .chain(seen -> seen.isEmpty()
                        ? Uni.createFrom().item(seen)
                        : lock(transaction, consumer, seen)
                                .chain(() -> waiting(transaction, consumer, seen.toArray(String[]::new))));
    }

    private static Uni<Set<String>> waiting(SqlConnection transaction, EventConsumer consumer, String[] keys) {
        return transaction
                .preparedQuery("""
                        select distinct key from parked_message
                        where consumer = $1 and released_at is null and key = any($2)""")
                .execute(Tuple.of(consumer.name(), keys))
                .map(found -> StreamSupport.stream(found.spliterator(), false)
                        .map(row -> row.getString(0))
                        .collect(toSet()));
    }

    private static Uni<Void> lock(SqlConnection transaction, EventConsumer consumer, Set<String> keys) {
        return transaction
                .preparedQuery("select " + LOCK.formatted("$1", "key") + " from unnest($2::text[]) as waiting(key)")
                .execute(Tuple.of(consumer.name(), keys.stream().sorted().toArray(String[]::new)))
                .replaceWithVoid();
    }

    /** Until the transaction ends nothing is parked behind this message, and nobody else releases it. */
    Uni<Void> lockKeyOf(SqlConnection transaction, long parked) {
        return transaction
                .preparedQuery("select " + LOCK.formatted("consumer", "key") + " from parked_message where id = $1")
                .execute(Tuple.of(parked))
                .replaceWithVoid();
    }

    Uni<Void> park(SqlConnection transaction, EventConsumer consumer, Delivery delivery, String reason) {
        var record = delivery.record();
        return transaction
                .preparedQuery("""
                        insert into parked_message
                            (consumer, message_id, type, key, topic, partition, record_offset, body, reason)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing""")
                .execute(Tuple.from(Arrays.asList(
                        consumer.name(),
                        delivery.messageId(),
                        delivery.type(),
                        delivery.key(),
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        record.value() == null
                                ? null
                                : io.vertx.mutiny.core.buffer.Buffer.buffer(record.value())
                                        .getDelegate(),
                        reason)))
                .replaceWithVoid();
    }
}
