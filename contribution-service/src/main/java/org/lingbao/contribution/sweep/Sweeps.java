package org.lingbao.contribution.sweep;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.id.Ids;

/** Orders sweeps and tells how far they are. One of a kind and its months that goes on is the answer to all who order it. */
@ApplicationScoped
public class Sweeps {
    private static final String BEGIN = """
            with begun as (
                insert into sweep (sweep_id, kind, from_month, to_month, dry, asked_on) values ($1, $2, $3, $4, $5, $6)
                on conflict (kind, from_month, to_month, dry) where finished_at is null do nothing returning sweep_id
            )
            select sweep_id from begun
            union all
            select sweep_id from sweep
            where kind = $2 and from_month = $3 and to_month = $4 and dry = $5 and finished_at is null limit 1""";

    private static final String FIND = """
            select s.*, b.buckets, b.done,
                   coalesce((select jsonb_object_agg(key, value) from (
                       select key, sum(value::bigint) as value
                       from sweep_bucket, jsonb_each_text(figures) where sweep_id = $1 group by key) summed), '{}') as figures
            from sweep s cross join lateral (
                select count(*) as buckets, count(done_at) as done from sweep_bucket where sweep_id = s.sweep_id) b
            where sweep_id = $1 and kind = $2""";

    private static final String TRIED = """
            select exists (select from sweep where kind = $1 and from_month = $2 and to_month = $3 and dry
                and asked_on = $4 and finished_at is not null) as tried""";

    private final SweepWorker worker;

    Sweeps(SweepWorker worker) {
        this.worker = worker;
    }

    /** What a sweep does now. */
    public enum Status {
        PREPARING,
        SWEEPING,
        DONE
    }

    /**
     * How far it is.
     *
     * @param buckets into how many parts the persons are divided; 0 while it is prepared
     * @param bucketsDone how many of them are done, for good
     * @param figures what was counted up to now, by name
     */
    public record Seen(
            UUID id,
            YearMonth from,
            YearMonth to,
            boolean dry,
            LocalDate askedOn,
            Status status,
            long buckets,
            long bucketsDone,
            JsonObject figures,
            OffsetDateTime startedAt,
            @Nullable OffsetDateTime finishedAt) {

        /** A figure; 0 where nothing was counted. */
        public long figure(String name) {
            return figures.getLong(name, 0L);
        }
    }

    /** In the caller's transaction. Should another have begun it at this very moment, this one begins again and finds it. */
    public Uni<UUID> begin(
            SqlConnection transaction, Sweep.Kind kind, YearMonth from, YearMonth to, boolean dry, LocalDate today) {
        return transaction
                .preparedQuery(BEGIN)
                .execute(Tuple.of(Ids.next(), kind.name(), from.atDay(1), to.atDay(1), dry, today))
                .chain(rows -> rows.size() == 0
                        ? begin(transaction, kind, from, to, dry, today)
                        : Uni.createFrom().item(rows.iterator().next().getUUID("sweep_id")));
    }

    /** After the transaction that began one. */
    public void wake() {
        worker.wake();
    }

    /** Whether the same was counted, and nothing done, on the same business day. */
    public Uni<Boolean> isTried(SqlClient client, Sweep.Kind kind, YearMonth from, YearMonth to, LocalDate today) {
        return client.preparedQuery(TRIED)
                .execute(Tuple.of(kind.name(), from.atDay(1), to.atDay(1), today))
                .map(rows -> rows.iterator().next().getBoolean("tried"));
    }

    /** As it is seen by the client's transaction. */
    public Uni<Optional<Seen>> find(SqlClient client, Sweep.Kind kind, UUID sweep) {
        return client.preparedQuery(FIND)
                .execute(Tuple.of(sweep, kind.name()))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(seen(rows.iterator().next())));
    }

    private static Seen seen(Row row) {
        return new Seen(
                row.getUUID("sweep_id"),
                YearMonth.from(row.getLocalDate("from_month")),
                YearMonth.from(row.getLocalDate("to_month")),
                row.getBoolean("dry"),
                row.getLocalDate("asked_on"),
                status(row),
                row.getLong("buckets"),
                row.getLong("done"),
                row.get(JsonObject.class, "figures"),
                row.getOffsetDateTime("started_at"),
                row.getOffsetDateTime("finished_at"));
    }

    private static Status status(Row row) {
        if (row.getOffsetDateTime("finished_at") != null) {
            return Status.DONE;
        }
        return row.getOffsetDateTime("prepared_at") == null ? Status.PREPARING : Status.SWEEPING;
    }
}
