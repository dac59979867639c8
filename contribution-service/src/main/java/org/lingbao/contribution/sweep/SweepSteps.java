package org.lingbao.contribution.sweep;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
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
            select * from sweep where prepared_at is null and finished_at is null
            order by started_at limit 1 offset $1 for update skip locked""";

    /** {@code $2}: how many persons a bucket has. Whoever is insured meanwhile lies between two bounds as well. */
    private static final String DIVIDE = """
            with bounds as (
                select '00000000-0000-0000-0000-000000000000'::uuid as person_id
                union all
                select person_id from (
                    select person_id, row_number() over (order by person_id) as nth
                    from (select distinct person_id from relation) insured) counted
                where nth % $2 = 0
            )
            insert into sweep_bucket (sweep_id, bucket, from_person, below_person)
            select $1, row_number() over (order by person_id) - 1, person_id, lead(person_id) over (order by person_id)
            from bounds""";

    private static final String PREPARED = "update sweep set prepared_at = clock_timestamp() where sweep_id = $1";

    private static final String CLAIM = """
            select s.*, b.bucket, b.from_person, b.below_person from sweep s join sweep_bucket b using (sweep_id)
            where s.finished_at is null and b.done_at is null
            order by s.started_at, b.bucket limit 1 offset $1 for update of b skip locked""";

    private static final String DONE =
            "update sweep_bucket set done_at = clock_timestamp(), figures = $3 where sweep_id = $1 and bucket = $2";

    private static final String CLOSE = """
            update sweep s set finished_at = clock_timestamp()
            where finished_at is null and prepared_at is not null
              and not exists (select from sweep_bucket b where b.sweep_id = s.sweep_id and b.done_at is null)""";

    private final Pool pool;
    private final List<Swept> kinds;
    private final int bucketSize;

    SweepSteps(
            @LongRunning Pool pool,
            @All List<Swept> kinds,
            @ConfigProperty(name = "lingbao.sweep.bucket") int bucketSize) {
        this.pool = pool;
        this.kinds = kinds;
        this.bucketSize = bucketSize;
    }

    /**
     * Does the next step that is to be done.
     *
     * @param passedOver how many of those that could be done are left alone: they have just failed, and others need not wait
     * @return whether there was one
     */
    Uni<Boolean> next(int passedOver) {
        return pool.withTransaction(transaction -> transaction
                .query(PLAN_FOR_THIS_SIZE)
                .execute()
                .chain(() -> prepare(transaction, passedOver))
                .chain(done -> done ? Uni.createFrom().item(true) : sweep(transaction, passedOver))
                .chain(done -> done ? Uni.createFrom().item(true) : close(transaction)));
    }

    private Uni<Boolean> prepare(SqlConnection transaction, int passedOver) {
        return transaction
                .preparedQuery(UNPREPARED)
                .execute(Tuple.of(passedOver))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(false)
                        : prepare(transaction, read(rows.iterator().next())).replaceWith(true));
    }

    private Uni<Void> prepare(SqlConnection transaction, Sweep sweep) {
        return of(sweep)
                .prepare(transaction, sweep)
                .chain(() -> transaction.preparedQuery(DIVIDE).execute(Tuple.of(sweep.id(), bucketSize)))
                .chain(() -> transaction.preparedQuery(PREPARED).execute(Tuple.of(sweep.id())))
                .replaceWithVoid();
    }

    private Uni<Boolean> sweep(SqlConnection transaction, int passedOver) {
        return transaction
                .preparedQuery(CLAIM)
                .execute(Tuple.of(passedOver))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(false)
                        : sweep(transaction, bucket(rows.iterator().next())).replaceWith(true));
    }

    private Uni<Void> sweep(SqlConnection transaction, Bucket bucket) {
        return of(bucket.sweep())
                .sweep(transaction, bucket)
                .chain(figures -> transaction.preparedQuery(DONE).execute(done(bucket, figures)))
                .replaceWithVoid();
    }

    private static Tuple done(Bucket bucket, JsonObject figures) {
        return Tuple.of(bucket.sweep().id(), bucket.number(), figures);
    }

    private static Uni<Boolean> close(SqlConnection transaction) {
        return transaction.query(CLOSE).execute().map(closed -> closed.rowCount() > 0);
    }

    private Swept of(Sweep sweep) {
        return kinds.stream()
                .filter(kind -> kind.kind() == sweep.kind())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody does " + sweep.kind()));
    }

    private static Sweep read(Row row) {
        return new Sweep(
                row.getUUID("sweep_id"),
                Sweep.Kind.valueOf(row.getString("kind")),
                YearMonth.from(row.getLocalDate("from_month")),
                YearMonth.from(row.getLocalDate("to_month")),
                row.getBoolean("dry"),
                row.getLocalDate("asked_on"));
    }

    private static Bucket bucket(Row row) {
        return new Bucket(read(row), row.getInteger("bucket"), row.getUUID("from_person"), row.getUUID("below_person"));
    }
}
