package org.lingbao.platform.inbox;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The messages that wait for an operator, with those that wait behind them. */
@ApplicationScoped
class ParkedMessages {
    private static final int SHOWN = 200;

    /** Waits for a decision. Its content is not shown. */
    record Parked(
            long id,
            String consumer,
            @Nullable String type,
            String key,
            String topic,
            int partition,
            long offset,
            String reason,
            OffsetDateTime parkedAt) {}

    /** What an operator decides: apply it and what waits behind it, or give this one up. */
    enum Release {
        APPLY,
        DISCARD
    }

    private final Pool pool;
    private final Inbox inbox;
    private final InboxRows rows;
    private final Decoder decoder;
    private final List<EventConsumer> consumers;

    ParkedMessages(Pool pool, Inbox inbox, InboxRows rows, Decoder decoder, @All List<EventConsumer> consumers) {
        this.pool = pool;
        this.inbox = inbox;
        this.rows = rows;
        this.decoder = decoder;
        this.consumers = consumers;
    }

    /** The oldest that wait. */
    Uni<List<Parked>> waiting() {
        return pool.preparedQuery("select * from parked_message where released_at is null order by id limit $1")
                .execute(Tuple.of(SHOWN))
                .map(found -> StreamSupport.stream(found.spliterator(), false)
                        .map(ParkedMessages::toParked)
                        .toList());
    }

    /**
     * Releases a parked message.
     *
     * @return how many were released: with APPLY all that waited under its key, in their order; 0 when none waits
     */
    Uni<Integer> release(long id, Release how, String operator) {
        return pool.withTransaction(transaction ->
                rows.lockKeyOf(transaction, id).chain(() -> releaseLocked(transaction, id, how, operator)));
    }

    /** A statement of its own: it sees what was parked until the lock was held. */
    private Uni<Integer> releaseLocked(SqlConnection transaction, long id, Release how, String operator) {
        return transaction
                .preparedQuery("""
                        select p.* from parked_message p
                        join parked_message first on first.id = $1 and first.released_at is null
                        where p.released_at is null and p.consumer = first.consumer and p.key = first.key
                          and (p.id = first.id or $2)
                        order by p.id for update of p""")
                .execute(Tuple.of(id, how == Release.APPLY))
                .map(found -> StreamSupport.stream(found.spliterator(), false).toList())
                .call(released -> how == Release.APPLY
                        ? applyAll(transaction, released)
                        : Uni.createFrom().voidItem())
                .call(released -> markReleased(transaction, released, how, operator))
                .map(List::size);
    }

    private Uni<Void> applyAll(SqlConnection transaction, List<Row> released) {
        return Inbox.inSequence(
                released, row -> inbox.applyParked(transaction, consumer(row.getString("consumer")), toDelivery(row)));
    }

    /** What was given up counts as known: it does nothing either when the broker delivers it again. */
    private static Uni<Void> markReleased(SqlConnection transaction, List<Row> released, Release how, String operator) {
        var ids = released.stream().map(row -> row.getLong("id")).toArray(Long[]::new);
        return transaction
                .preparedQuery("""
                        with done as (
                            update parked_message set released_at = clock_timestamp(), released_by = $2, released_how = $3
                            where id = any($1) returning consumer, message_id)
                        insert into inbox (consumer, message_id)
                        select consumer, message_id from done where message_id is not null
                        on conflict do nothing""")
                .execute(Tuple.of(ids, operator, how == Release.APPLY ? "APPLIED" : "DISCARDED"))
                .replaceWithVoid();
    }

    private EventConsumer consumer(String name) {
        return consumers.stream()
                .filter(consumer -> consumer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnreadableEvent("no consumer is called " + name + " any more"));
    }

    private Delivery toDelivery(Row row) {
        var body = row.getBuffer("body");
        var bytes = body == null ? new byte[0] : body.getBytes();
        var record = new ConsumerRecord<>(
                row.getString("topic"),
                row.getInteger("partition"),
                row.getLong("record_offset"),
                row.getString("key"),
                bytes);
        if (row.getUUID("message_id") == null || row.getString("type") == null) {
            return new Delivery.Unreadable(record, "cannot be read, only discarded");
        }
        return new Delivery.Readable(
                record,
                decoder.received(
                        row.getUUID("message_id").toString(), row.getString("type"), row.getString("key"), bytes));
    }

    private static Parked toParked(Row row) {
        return new Parked(
                row.getLong("id"),
                row.getString("consumer"),
                row.getString("type"),
                row.getString("key"),
                row.getString("topic"),
                row.getInteger("partition"),
                row.getLong("record_offset"),
                row.getString("reason"),
                row.getOffsetDateTime("parked_at"));
    }
}
