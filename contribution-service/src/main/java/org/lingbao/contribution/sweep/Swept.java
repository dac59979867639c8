package org.lingbao.contribution.sweep;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** What a kind of sweep does. It runs on the connection of a transaction that is the sweep's. */
public interface Swept {
    Sweep.Kind kind();

    /** How many persons are done in one transaction. */
    int bucketSize();

    /** SQL of the persons who are counted into buckets. Whoever else there is, or comes meanwhile, lies between two bounds as well. */
    default String persons() {
        return "select distinct person_id from relation";
    }

    /** Before the first bucket, once. */
    default Uni<Void> prepare(SqlConnection transaction, Sweep sweep) {
        return Uni.createFrom().voidItem();
    }

    /** Does it to the persons of a bucket. @return figures (whole numbers) by name, which are summed over the buckets */
    Uni<JsonObject> sweep(SqlConnection transaction, Sweep.Bucket bucket);
}
