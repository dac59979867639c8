package org.lingbao.platform.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The relay's side of the outbox table. */
@ApplicationScoped
class OutboxRows {
    /** How many are asked for at once. */
    static final int BATCH = 500;

    /**
     * One event that waits to be published.
     *
     * @param trace in which it was written; null: nobody traces
     */
    record Waiting(
            long position,
            UUID id,
            String topic,
            UUID key,
            String type,
            String payload,
            String createdAt,
            @Nullable String trace) {}

    /**
     * Whether this connection is now the one that relays for this database. It plans each question anew: a plan that was
     * made while the table was empty, as it is most of the time, reads all of a backlog for each batch.
     */
    Uni<Boolean> lead(SqlConnection connection) {
        return connection
                .query("""
                        select pg_try_advisory_lock(hashtextextended('outbox-relay', 0)),
                               set_config('plan_cache_mode', 'force_custom_plan', false)""")
                .execute()
                .map(found -> found.iterator().next().getBoolean(0));
    }

    Uni<Void> stepDown(SqlConnection connection) {
        return connection.query("""
                        select pg_advisory_unlock(hashtextextended('outbox-relay', 0)),
                               set_config('plan_cache_mode', 'auto', false)""").execute().replaceWithVoid();
    }

    Uni<List<Waiting>> waiting(SqlConnection connection) {
        return connection
                .preparedQuery("""
                        select position, id, aggregatetype, aggregateid, type, payload, traceparent,
                               to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as created_at
                        from outbox order by position limit $1""")
                .execute(Tuple.of(BATCH))
                .map(found -> StreamSupport.stream(found.spliterator(), false)
                        .map(OutboxRows::toWaiting)
                        .toList());
    }

    Uni<Void> delete(SqlConnection connection, List<Waiting> published) {
        var positions = published.stream().map(Waiting::position).toArray(Long[]::new);
        return connection
                .preparedQuery("delete from outbox where position = any($1)")
                .execute(Tuple.of(positions))
                .replaceWithVoid();
    }

    private static Waiting toWaiting(Row row) {
        return new Waiting(
                row.getLong("position"),
                row.getUUID("id"),
                row.getString("aggregatetype"),
                row.getUUID("aggregateid"),
                row.getString("type"),
                row.getString("payload"),
                row.getString("created_at"),
                row.getString("traceparent"));
    }
}
