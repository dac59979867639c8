package org.lingbao.contribution.billing;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.lingbao.contribution.billing.BillingRun.Skipped;
import org.lingbao.contribution.billing.BillingRun.Status;
import org.lingbao.contribution.billing.BillingRun.View;
import org.lingbao.rules.value.Money;

/** Shows how far billing runs are. */
@ApplicationScoped
class BillingRuns {
    /** The end is expected as if the buckets that are left took as long as those that are done. */
    private static final String FIND = """
            select r.*, b.buckets, b.done, b.bills, b.total_fen,
                   coalesce((select jsonb_object_agg(key, plans) from (
                       select key, sum(value::bigint) as plans
                       from billing_bucket, jsonb_each_text(refused) where run_id = $1 group by key) summed), '{}') as refused,
                   case when r.finished_at is null and b.done > 0 then
                       b.last_done + (b.last_done - r.priced_at) / b.done * (b.buckets - b.done) end as expected_end
            from billing_run r cross join lateral (
                select count(*) as buckets, count(done_at) as done, coalesce(sum(bills), 0)::bigint as bills,
                       coalesce(sum(total_fen), 0)::bigint as total_fen, max(done_at) as last_done
                from billing_bucket where run_id = r.run_id) b
            where run_id = $1""";

    /** Whoever looks longer asks again. */
    private static final Duration LONGEST_LOOK = Duration.ofMinutes(10);

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Pool pool;

    BillingRuns(Pool pool) {
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

    /** How far it is, each second until it is done, or for ten minutes; fails at once if there is no such run. */
    Multi<View> follow(UUID run) {
        return Multi.createBy()
                .repeating()
                .uni(() -> find(run).map(Optional::orElseThrow))
                .withDelay(INTERVAL)
                .whilst(view -> view.status() != Status.DONE)
                .select()
                .first(LONGEST_LOOK.dividedBy(INTERVAL));
    }

    private static View view(Row row) {
        var refused = row.get(JsonObject.class, "refused");
        return new View(
                row.getUUID("run_id"),
                YearMonth.from(row.getLocalDate("month")),
                row.getBoolean("dry"),
                status(row),
                row.getLong("buckets"),
                row.getLong("done"),
                row.getLong("bills"),
                new Money(row.getLong("total_fen")).toYuan(),
                refused.fieldNames().stream()
                        .sorted()
                        .map(code -> new Skipped(code, refused.getLong(code)))
                        .toList(),
                row.getOffsetDateTime("started_at"),
                row.getOffsetDateTime("expected_end"),
                row.getOffsetDateTime("finished_at"));
    }

    private static Status status(Row row) {
        if (row.getOffsetDateTime("finished_at") != null) {
            return Status.DONE;
        }
        return row.getOffsetDateTime("priced_at") == null ? Status.PRICING : Status.BILLING;
    }
}
