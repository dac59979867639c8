package org.lingbao.contribution.interest;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Year;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lingbao.platform.database.LongRunning;

/**
 * The steps of runs of interest, each one transaction: the accounts are divided, a bucket is credited, a run is closed. A step that was
 * not finished has not happened; two at once take different rows.
 */
@ApplicationScoped
class InterestSteps {
    private static final String WHOLE_PROVINCE = "0000";

    /** Planned for the size at hand; a bucket keeps its accounts locked, so it has to be short. */
    private static final String PLAN_FOR_THIS_SIZE =
            "set local plan_cache_mode = force_custom_plan; set local statement_timeout = '5min'; set local work_mem = '64MB'";

    private static final String UNDIVIDED = """
            select run_id from interest_run where divided_at is null and finished_at is null
            order by started_at limit 1 offset $1 for update skip locked""";

    /** {@code $2}: how many accounts a bucket has. Whoever joins meanwhile lies between two bounds as well. */
    private static final String DIVIDE = """
            with bounds as (
                select '' as owner
                union all
                select account_owner from (
                    select account_owner, row_number() over (order by account_owner) as nth from account_balance
                    where account_kind = 'PERSON' and account_shard = 0 and right(account_owner, 9) = '/EMPLOYEE') counted
                where nth % $2 = 0
            )
            insert into interest_bucket (run_id, bucket, from_owner, below_owner)
            select $1, row_number() over (order by owner) - 1, owner, lead(owner) over (order by owner) from bounds""";

    private static final String DIVIDED = "update interest_run set divided_at = clock_timestamp() where run_id = $1";

    private static final String CLAIM = """
            select r.run_id, r.year, r.dry, b.bucket, b.from_owner, b.below_owner
            from interest_run r join interest_bucket b using (run_id)
            where r.finished_at is null and b.done_at is null
            order by r.started_at, b.bucket limit 1 offset $1 for update of b skip locked""";

    private static final String CLOSE = """
            update interest_run r set finished_at = clock_timestamp()
            where finished_at is null and divided_at is not null
              and not exists (select from interest_bucket b where b.run_id = r.run_id and b.done_at is null)""";

    private final Pool pool;
    private final int bucketSize;
    private final String province;

    InterestSteps(
            @LongRunning Pool pool,
            @ConfigProperty(name = "lingbao.interest.bucket") int bucketSize,
            @ConfigProperty(name = "lingbao.cell") String cell) {
        this.pool = pool;
        this.bucketSize = bucketSize;
        this.province = cell + WHOLE_PROVINCE;
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
                .chain(() -> divide(transaction, passedOver))
                .chain(done -> done ? Uni.createFrom().item(true) : credit(transaction, passedOver))
                .chain(done -> done ? Uni.createFrom().item(true) : close(transaction)));
    }

    private Uni<Boolean> divide(SqlConnection transaction, int passedOver) {
        return transaction
                .preparedQuery(UNDIVIDED)
                .execute(Tuple.of(passedOver))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(false)
                        : divide(transaction, rows.iterator().next()).replaceWith(true));
    }

    private Uni<Void> divide(SqlConnection transaction, Row run) {
        var id = run.getUUID("run_id");
        return transaction
                .preparedQuery(DIVIDE)
                .execute(Tuple.of(id, bucketSize))
                .chain(() -> transaction.preparedQuery(DIVIDED).execute(Tuple.of(id)))
                .replaceWithVoid();
    }

    private Uni<Boolean> credit(SqlConnection transaction, int passedOver) {
        return transaction
                .preparedQuery(CLAIM)
                .execute(Tuple.of(passedOver))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(false)
                        : credit(transaction, rows.iterator().next()).replaceWith(true));
    }

    /** The accounts are locked as a payment or a transfer locks them, so nothing moves between the reckoning and the booking. */
    private Uni<Void> credit(SqlConnection transaction, Row bucket) {
        var year = Year.of(bucket.getInteger("year"));
        var from = bucket.getString("from_owner");
        var below = bucket.getString("below_owner");
        return transaction
                .preparedQuery(InterestSql.LOCK)
                .execute(Tuple.of(from, below))
                .map(rows -> rows.iterator().next())
                .chain(locked -> transaction
                        .preparedQuery(bucket.getBoolean("dry") ? InterestSql.DRY_BUCKET : InterestSql.BUCKET)
                        .execute(Tuple.of(bucket.getUUID("run_id"), bucket.getInteger("bucket"))
                                .addArrayOfUUID(locked.getArrayOfUUIDs("persons"))
                                .addArrayOfLong(locked.getArrayOfLongs("balances"))
                                .addArrayOfUUID(locked.getArrayOfUUIDs("sealed_by"))
                                .addLocalDate(year.atDay(1))
                                .addLocalDate(year.plusYears(1).atDay(1))
                                .addString(province)))
                .replaceWithVoid();
    }

    private static Uni<Boolean> close(SqlConnection transaction) {
        return transaction.query(CLOSE).execute().map(closed -> closed.rowCount() > 0);
    }
}
