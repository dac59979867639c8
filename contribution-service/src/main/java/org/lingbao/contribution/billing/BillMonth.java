package org.lingbao.contribution.billing;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lingbao.contribution.billing.BillingRun.BillsIssuedV1;
import org.lingbao.contribution.sweep.Sweep;
import org.lingbao.contribution.sweep.Swept;
import org.lingbao.platform.outbox.Outbox;
import org.lingbao.rules.value.Money;

/** Asks the rules what each distinct choice costs, then bills a month to all who are due. */
@ApplicationScoped
class BillMonth implements Swept {
    private final Outbox outbox;
    private final int bucketSize;
    private final Tolerance tolerance;

    BillMonth(
            Outbox outbox,
            @ConfigProperty(name = "lingbao.billing.bucket") int bucketSize,
            @ConfigProperty(name = "lingbao.terminal.tolerance") Duration terminal,
            @ConfigProperty(name = "lingbao.tax.tolerance") Duration tax) {
        this.outbox = outbox;
        this.bucketSize = bucketSize;
        this.tolerance = new Tolerance(terminal, tax);
    }

    @Override
    public Sweep.Kind kind() {
        return Sweep.Kind.BILLING;
    }

    @Override
    public int bucketSize() {
        return bucketSize;
    }

    @Override
    public String persons() {
        return "select distinct person_id from plan where until_month is null";
    }

    @Override
    public Uni<Void> prepare(SqlConnection transaction, Sweep sweep) {
        return Prices.keep(transaction, sweep);
    }

    @Override
    public Uni<JsonObject> sweep(SqlConnection transaction, Sweep.Bucket bucket) {
        var sweep = bucket.sweep();
        var month = sweep.from().atDay(1);
        var expected = tolerance.stillExpected(sweep.askedOn());
        if (sweep.dry()) {
            return figures(
                    transaction,
                    IssueSql.DRY_BUCKET,
                    Tuple.of(month, expected, sweep.id(), bucket.from(), bucket.below()));
        }
        return transaction
                .preparedQuery(IssueSql.WITHDRAW_STALE)
                .execute(Tuple.of(month, sweep.askedOn(), bucket.from(), bucket.below(), expected))
                .chain(() -> figures(
                        transaction,
                        IssueSql.BUCKET,
                        Tuple.of(month, sweep.askedOn(), sweep.id(), bucket.from(), bucket.below())))
                .call(figures -> tell(transaction, bucket, figures));
    }

    private static Uni<JsonObject> figures(SqlConnection transaction, String query, Tuple bucket) {
        return transaction
                .preparedQuery(query)
                .execute(bucket)
                .map(rows -> rows.iterator().next().get(JsonObject.class, "figures"));
    }

    private Uni<Void> tell(SqlConnection transaction, Sweep.Bucket bucket, JsonObject figures) {
        var sweep = bucket.sweep();
        var total = new Money(figures.getLong("fen")).toYuan();
        var event = new BillsIssuedV1(
                sweep.id(), sweep.from(), bucket.number(), figures.getLong("bills"), total, sweep.askedOn());
        return outbox.append(transaction, BillingRun.BILLS_ISSUED, sweep.id(), event)
                .replaceWithVoid();
    }
}
