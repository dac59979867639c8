package org.lingbao.contribution.sweep;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.function.Function;
import org.lingbao.contribution.sweep.Sweep.Bucket;
import org.lingbao.platform.database.LongRunning;

/**
 * The steps of sweeps, each one transaction: a sweep is prepared and divided, a bucket is done, a sweep is closed. A step that
 * was not finished has not happened; two at once take different rows.
 */
@ApplicationScoped
class SweepSteps {
    /** Planned for the size at hand, whatever is set for the short statements, and with the time that it takes. */
    private static final String PLAN_FOR_THIS_SIZE =
            "set local plan_cache_mode = force_custom_plan; set local statement_timeout = '30min'; set local work_mem = '64MB'";

    private static final String UNPREPARED = """
            select * from sweep where kind = $2 and prepared_at is null and finished_at is null
            order by started_at limit 1 offset $1 for update skip locked""";

    /** {@code $2}: how many persons a bucket has. */
    private static final String DIVIDE = """
            with bounds as (
                select '00000000-0000-0000-0000-000000000000'::uuid as person_id
                union all
                select person_id from (
                    select person_id, row_number() over (order by person_id) as nth from (%s) persons) counted
                where nth %% $2 = 0
            )
            insert into sweep_bucket (sweep_id, bucket, from_person, below_person)
            select $1, row_number() over (order by person_id) - 1, person_id, lead(person_id) over (order by person_id)
            from bounds""";

    private static final String PREPARED = "update sweep set prepared_at = clock_timestamp() where sweep_id = $1";

    private static final String CLAIM = """
            select s.*, b.bucket, b.from_person, b.below_person from sweep s join sweep_bucket b using (sweep_id)
            where s.kind = $2 and s.finished_at is null and b.done_at is null
            order by s.started_at, b.bucket limit 1 offset $1 for update of b skip locked""";

    private static final String DONE =
            "update sweep_bucket set done_at = clock_timestamp(), figures = $3 where sweep_id = $1 and bucket = $2";

    private static final String CLOSE = """
            update sweep s set finished_at = clock_timestamp()
            where kind = $1 and finished_at is null and prepared_at is not null
              and not exists (select from sweep_bucket b where b.sweep_id = s.sweep_id and b.done_at is null)""";

    private final Pool pool;

    SweepSteps(@LongRunning Pool pool) {
        this.pool = pool;
    }

    /**
     * Does the next step of a kind that is to be done.
     *
     * @param passedOver how many of those that could be done are left alone: they have just failed, and others need not wait
     * @return whether there was one
     */
    Uni<Boolean> next(Swept kind, int passedOver) {
        var claim = Tuple.of(passedOver, kind.kind().name());
        return pool.withTransaction(transaction -> transaction
                .query(PLAN_FOR_THIS_SIZE)
                .execute()
                .chain(() -> first(transaction, UNPREPARED, claim, row -> prepare(transaction, kind, read(row))))
                .chain(done -> done
                        ? Uni.createFrom().item(true)
                        : first(transaction, CLAIM, claim, row -> sweep(transaction, kind, bucket(row))))
                .chain(done -> done ? Uni.createFrom().item(true) : close(transaction, kind)));
    }

    private static Uni<Boolean> first(
            SqlConnection transaction, String query, Tuple claim, Function<Row, Uni<Void>> step) {
        return transaction
                .preparedQuery(query)
                .execute(claim)
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(false)
                        : step.apply(rows.iterator().next()).replaceWith(true));
    }

    private static Uni<Void> prepare(SqlConnection transaction, Swept kind, Sweep sweep) {
        return kind.prepare(transaction, sweep)
                .chain(() -> transaction
                        .preparedQuery(DIVIDE.formatted(kind.persons()))
                        .execute(Tuple.of(sweep.id(), kind.bucketSize())))
                .chain(() -> transaction.preparedQuery(PREPARED).execute(Tuple.of(sweep.id())))
                .replaceWithVoid();
    }

    private static Uni<Void> sweep(SqlConnection transaction, Swept kind, Bucket bucket) {
        return kind.sweep(transaction, bucket)
                .chain(figures -> transaction
                        .preparedQuery(DONE)
                        .execute(Tuple.of(bucket.sweep().id(), bucket.number(), figures)))
                .replaceWithVoid();
    }

    private static Uni<Boolean> close(SqlConnection transaction, Swept kind) {
        return transaction
                .preparedQuery(CLOSE)
                .execute(Tuple.of(kind.kind().name()))
                .map(closed -> closed.rowCount() > 0);
    }

    static Sweep read(Row row) {
        return new Sweep(
                row.getUUID("sweep_id"),
                Sweep.Kind.valueOf(row.getString("kind")),
                YearMonth.from(row.getLocalDate("from_month")),
                YearMonth.from(row.getLocalDate("to_month")),
                row.getBoolean("dry"),
                row.getLocalDate("asked_on"),
                row.get(JsonObject.class, "terms"));
    }

    private static Bucket bucket(Row row) {
        return new Bucket(read(row), row.getInteger("bucket"), row.getUUID("from_person"), row.getUUID("below_person"));
    }
}
