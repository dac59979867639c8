package org.lingbao.platform.idempotency;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Kept answers through a connection of the reactive PostgreSQL client. */
record KeptByConnection(SqlConnection transaction) implements KeptAnswers {

    @Override
    public Uni<Boolean> claim(IdempotencyKey key) {
        return transaction
                .preparedQuery(CLAIM)
                .execute(Tuple.of(key.client(), key.operation(), key.kept(), Buffer.buffer(key.hash())))
                .map(inserted -> inserted.rowCount() == 1);
    }

    @Override
    public Uni<Void> keep(IdempotencyKey key, int status, @Nullable String location, String body) {
        var where = Objects.requireNonNullElse(location, "");
        return transaction
                .preparedQuery(KEEP)
                .execute(Tuple.of(key.client(), key.operation(), key.kept(), status, where, body))
                .replaceWithVoid();
    }

    @Override
    public Uni<Kept> find(IdempotencyKey key) {
        return transaction
                .preparedQuery(FIND)
                .execute(Tuple.of(key.client(), key.operation(), key.kept(), Buffer.buffer(key.hash())))
                .map(found -> found.iterator().next())
                .map(row -> new Kept(
                        row.getBoolean("same_body"),
                        row.getInteger("status"),
                        row.getString("location"),
                        row.getString("body")));
    }
}
