package org.lingbao.contribution.sweep;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** What a kind of sweep does. Both run on the connection of a transaction that is the sweep's. */
public interface Swept {
    Sweep.Kind kind();

    /** Before the first bucket, once. */
    Uni<Void> prepare(SqlConnection transaction, Sweep sweep);

    /** Does it to the persons of a bucket. @return figures (whole numbers) by name, which are summed over the buckets */
    Uni<JsonObject> sweep(SqlConnection transaction, Sweep.Bucket bucket);
}
