package org.lingbao.contribution.interest;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lingbao.contribution.interest.InterestRun.Doubt;
import org.lingbao.contribution.interest.InterestRun.Listed;
import org.lingbao.contribution.interest.InterestRun.ListedAccount;
import org.lingbao.contribution.interest.InterestRun.RateStatus;
import org.lingbao.contribution.interest.InterestRun.Status;
import org.lingbao.contribution.interest.InterestRun.View;
import org.lingbao.contribution.interest.InterestRun.WorkList;
import org.lingbao.rules.account.InterestMonth;
import org.lingbao.rules.value.Money;

/** Shows how far runs of interest are, and their work lists. */
@ApplicationScoped
class InterestRuns {
    static final int PAGE = 200;

    private static final String FIND = """
            select r.*, cast(r.rate as text) as factor, b.*, (%s) as listed
            from interest_run r cross join lateral (
                select count(*) as buckets, count(done_at) as done, coalesce(sum(accounts), 0)::bigint as accounts,
                       coalesce(sum(changed), 0)::bigint as changed, coalesce(sum(interest_fen), 0)::bigint as interest_fen,
                       coalesce(sum(difference_fen), 0)::bigint as difference_fen
                from interest_bucket where run_id = r.run_id) b
            where run_id = $1""".formatted(InterestSql.LISTED);

    private static final String PAGE_OF_LIST = """
            select person_id, doubts from interest_doubt
            where run_id = $1 and (cast($2 as uuid) is null or person_id > $2) order by person_id limit $3""";

    private final Pool pool;

    InterestRuns(Pool pool) {
        this.pool = pool;
    }

    Uni<Optional<View>> find(UUID run) {
        return find(pool, run);
    }

    /** As it is seen by the client's transaction. */
    static Uni<Optional<View>> find(SqlClient client, UUID run) {
        return client.preparedQuery(FIND)
                .execute(Tuple.of(run))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(view(rows.iterator().next())));
    }

    Uni<WorkList> listed(UUID run, @Nullable UUID after, int limit) {
        return pool.preparedQuery(PAGE_OF_LIST)
                .execute(Tuple.of(run, after, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(InterestRuns::account)
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

    private static View view(Row row) {
        var from = row.getString("from_month");
        return new View(
                row.getUUID("run_id"),
                row.getInteger("year"),
                row.getBoolean("dry"),
                status(row),
                row.getString("factor"),
                row.getBoolean("provisional") ? RateStatus.PROVISIONAL : RateStatus.OFFICIAL,
                from == null ? null : InterestMonth.valueOf(from),
                row.getLong("buckets"),
                row.getLong("done"),
                row.getLong("accounts"),
                row.getLong("changed"),
                new Money(row.getLong("interest_fen")).toYuan(),
                new Money(row.getLong("difference_fen")).toYuan(),
                listed(row.get(JsonObject.class, "listed")),
                row.getOffsetDateTime("started_at"),
                row.getOffsetDateTime("finished_at"));
    }

    private static List<Listed> listed(JsonObject byDoubt) {
        return byDoubt.fieldNames().stream()
                .sorted()
                .map(doubt -> new Listed(Doubt.valueOf(doubt), byDoubt.getLong(doubt)))
                .toList();
    }

    private static Status status(Row row) {
        if (row.getOffsetDateTime("finished_at") != null) {
            return Status.DONE;
        }
        return row.getOffsetDateTime("divided_at") == null ? Status.DIVIDING : Status.CREDITING;
    }
}
