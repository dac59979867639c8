package org.lingbao.matching.worker;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.lingbao.matching.insured.Merging;

/** What a person stated for being matched is the other's, unless that one has stated something, too. */
@ApplicationScoped
class MergeWorkers implements Merging {
    /** Engagements refer to it and follow. */
    private static final String GIVE = """
            update worker set person_id = $2
            where person_id = $1 and not exists (select from worker where person_id = $2)""";

    /** Where both had stated something, what the survivor states holds; of the other nothing is recommended any more. */
    private static final String SILENCE = "update worker set recommendations = false where person_id = $1";

    @Override
    public Uni<Void> merge(SqlConnection transaction, UUID merged, UUID survivor) {
        return transaction
                .preparedQuery(GIVE)
                .execute(Tuple.of(merged, survivor))
                .chain(() -> transaction.preparedQuery(SILENCE).execute(Tuple.of(merged)))
                .replaceWithVoid();
    }
}
