package org.lingbao.matching.engagement;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.lingbao.matching.insured.Merging;

/** Engagements of a person are the other's, where that one has none at the same gig. */
@ApplicationScoped
class MergeEngagements implements Merging {
    private static final String GIVE = """
            update engagement e set person_id = $2
            where e.person_id = $1 and exists (select from worker where person_id = $2)
              and not exists (select from engagement o where o.gig_id = e.gig_id and o.person_id = $2
                  and o.state not in ('CANCELLED_BY_WORKER', 'CANCELLED_BY_EMPLOYER', 'NO_SHOW'))""";

    @Override
    public Uni<Void> merge(SqlConnection transaction, UUID merged, UUID survivor) {
        return transaction
                .preparedQuery(GIVE)
                .execute(Tuple.of(merged, survivor))
                .replaceWithVoid();
    }
}
