package org.lingbao.contribution.billing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lingbao.contribution.billing.BillingRun.BillsIssuedV1;
import org.lingbao.platform.database.LongRunning;
import org.lingbao.platform.outbox.Outbox;
import org.lingbao.rules.value.Money;

/**
 * The steps of billing runs, each one transaction: a run is priced and divided, a bucket is billed, a run is closed. A step that
 * was not finished has not happened; two at once take different rows.
 */
@ApplicationScoped
class BillingSteps {
    /** Planned for the size at hand, whatever is set for the short statements, and with the time that it takes. */
    private static final String PLAN_FOR_THIS_SIZE =
            "set local plan_cache_mode = force_custom_plan; set local statement_timeout = '30min'; set local work_mem = '64MB'";

    private static final String UNPRICED = """
            select run_id, month, dry, asked_on from billing_run where priced_at is null and finished_at is null
            order by started_at limit 1 offset $1 for update skip locked""";

    /** {@code $2}: the month; {@code $3}: how many persons a bucket has. Whoever joins meanwhile lies between two bounds as well. */
    private static final String DIVIDE = """
            with bounds as (
                select '00000000-0000-0000-0000-000000000000'::uuid as person_id
                union all
                select person_id from (
                    select person_id, row_number() over (order by person_id) as nth
                    from (select distinct person_id from plan where coalesce(until_month, $2) >= $2) live) counted
                where nth % $3 = 0
            )
            insert into billing_bucket (run_id, bucket, from_person, below_person)
            select $1, row_number() over (order by person_id) - 1, person_id, lead(person_id) over (order by person_id)
            from bounds""";

    private static final String PRICED = "update billing_run set priced_at = clock_timestamp() where run_id = $1";

    private static final String CLAIM = """
            select r.run_id, r.month, r.dry, r.asked_on, b.bucket, b.from_person, b.below_person
            from billing_run r join billing_bucket b using (run_id)
            where r.finished_at is null and b.done_at is null
            order by r.started_at, b.bucket limit 1 offset $1 for update of b skip locked""";

    private static final String CLOSE = """
            update billing_run r set finished_at = clock_timestamp()
            where finished_at is null and priced_at is not null
              and not exists (select from billing_bucket b where b.run_id = r.run_id and b.done_at is null)""";

    /** @param below the first person of the next one; null: there is none */
    private record Bucket(BillingRun run, int number, UUID from, Optional<UUID> below) {}

    private final Pool pool;
    private final Outbox outbox;
    private final int bucketSize;
    private final Tolerance tolerance;

    BillingSteps(
            @LongRunning Pool pool,
            Outbox outbox,
            @ConfigProperty(name = "lingbao.billing.bucket") int bucketSize,
            @ConfigProperty(name = "lingbao.terminal.tolerance") Duration terminal,
            @ConfigProperty(name = "lingbao.tax.tolerance") Duration tax) {
        this.pool = pool;
        this.outbox = outbox;
        this.bucketSize = bucketSize;
        this.tolerance = new Tolerance(terminal, tax);
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
                .chain(() -> price(transaction, passedOver))
                .chain(done -> done ? Uni.createFrom().item(true) : bill(transaction, passedOver))
                .chain(done -> done ? Uni.createFrom().item(true) : close(transaction)));
    }

    private Uni<Boolean> price(SqlConnection transaction, int passedOver) {
        return transaction
                .preparedQuery(UNPRICED)
                .execute(Tuple.of(passedOver))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(false)
                        : price(transaction, run(rows.iterator().next())).replaceWith(true));
    }

    private Uni<Void> price(SqlConnection transaction, BillingRun run) {
        return Prices.keep(transaction, run)
                .chain(() -> transaction
                        .preparedQuery(DIVIDE)
                        .execute(Tuple.of(run.id(), run.month().atDay(1), bucketSize)))
                .chain(() -> transaction.preparedQuery(PRICED).execute(Tuple.of(run.id())))
                .replaceWithVoid();
    }

    private Uni<Boolean> bill(SqlConnection transaction, int passedOver) {
        return transaction
                .preparedQuery(CLAIM)
                .execute(Tuple.of(passedOver))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(false)
                        : bill(transaction, bucket(rows.iterator().next())).replaceWith(true));
    }

    private Uni<Void> bill(SqlConnection transaction, Bucket bucket) {
        var run = bucket.run();
        var month = run.month().atDay(1);
        var expected = tolerance.stillExpected(run.askedOn());
        var below = bucket.below().orElse(null);
        if (run.dry()) {
            return transaction
                    .preparedQuery(IssueSql.DRY_BUCKET)
                    .execute(Tuple.of(month, expected, run.id(), bucket.number(), bucket.from(), below))
                    .replaceWithVoid();
        }
        return transaction
                .preparedQuery(IssueSql.WITHDRAW_STALE)
                .execute(Tuple.of(month, run.askedOn(), bucket.from(), below, expected))
                .chain(() -> transaction
                        .preparedQuery(IssueSql.BUCKET)
                        .execute(Tuple.of(month, run.askedOn(), run.id(), bucket.number(), bucket.from(), below)))
                .chain(rows -> tell(transaction, bucket, rows));
    }

    private Uni<Void> tell(SqlConnection transaction, Bucket bucket, RowSet<Row> billed) {
        var run = bucket.run();
        var figures = billed.iterator().next();
        var total = new Money(figures.getLong("total_fen")).toYuan();
        var event = new BillsIssuedV1(
                run.id(), run.month(), bucket.number(), figures.getLong("bills"), total, run.askedOn());
        return outbox.append(transaction, BillingRun.BILLS_ISSUED, run.id(), event)
                .replaceWithVoid();
    }

    private static Uni<Boolean> close(SqlConnection transaction) {
        return transaction.query(CLOSE).execute().map(closed -> closed.rowCount() > 0);
    }

    private static BillingRun run(Row row) {
        return new BillingRun(
                row.getUUID("run_id"),
                YearMonth.from(row.getLocalDate("month")),
                row.getBoolean("dry"),
                row.getLocalDate("asked_on"));
    }

    private static Bucket bucket(Row row) {
        return new Bucket(
                run(row),
                row.getInteger("bucket"),
                row.getUUID("from_person"),
                Optional.ofNullable(row.getUUID("below_person")));
    }
}
