package org.lingbao.matching.employer;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.lingbao.matching.insured.Merging;

/** The household of a person is the other's, unless that one has one, too. */
@ApplicationScoped
class MergeHouseholds implements Merging {
    private static final String GIVE = """
            update employer set person_id = $2
            where person_id = $1 and not exists (select from employer where person_id = $2)""";

    @Override
    public Uni<Void> merge(SqlConnection transaction, UUID merged, UUID survivor) {
        return transaction
                .preparedQuery(GIVE)
                .execute(Tuple.of(merged, survivor))
                .replaceWithVoid();
    }
}
