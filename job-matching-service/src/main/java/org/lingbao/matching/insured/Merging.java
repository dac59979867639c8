package org.lingbao.matching.insured;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.UUID;

/** What a feature does with what is a person's, when that person turns out to be another (合并). */
public interface Merging {

    /** It joins the transaction of the connection it is given; in which order the features are asked makes no difference. */
    Uni<Void> merge(SqlConnection transaction, UUID merged, UUID survivor);
}
