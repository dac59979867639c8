package org.lingbao.contribution.interest;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lingbao.contribution.interest.InterestRun.Doubt;
import org.lingbao.contribution.interest.InterestRun.ListedAccount;
import org.lingbao.contribution.interest.InterestRun.WorkList;

/** Shows the work lists of runs of interest. */
@ApplicationScoped
class InterestWork {
    static final int PAGE = 200;

    private static final String PAGE_OF_LIST = """
            select person_id, doubts from interest_doubt
            where run_id = $1 and (cast($2 as uuid) is null or person_id > $2) order by person_id limit $3""";

    private final Pool pool;

    InterestWork(Pool pool) {
        this.pool = pool;
    }

    Uni<WorkList> listed(UUID run, @Nullable UUID after, int limit) {
        return pool.preparedQuery(PAGE_OF_LIST)
                .execute(Tuple.of(run, after, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(InterestWork::account)
                        .toList())
                .map(accounts -> new WorkList(
                        accounts,
                        accounts.size() < limit ? null : accounts.getLast().personId()));
    }

    private static ListedAccount account(Row row) {
        return new ListedAccount(
                row.getUUID("person_id"),
                Arrays.stream(row.getArrayOfStrings("doubts"))
                        .map(Doubt::valueOf)
                        .toList());
    }
}
