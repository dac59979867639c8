package org.lingbao.contribution.interest;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lingbao.contribution.sweep.Sweep;
import org.lingbao.contribution.sweep.Swept;

/** Credits a year's interest. */
@ApplicationScoped
class CreditInterest implements Swept {
    private static final String WHOLE_PROVINCE = "0000";

    /** A bucket keeps its accounts locked, so it has to be short. */
    private static final String NOT_FOR_LONG = "set local statement_timeout = '5min'";

    private final int bucketSize;
    private final String province;

    CreditInterest(
            @ConfigProperty(name = "lingbao.interest.bucket") int bucketSize,
            @ConfigProperty(name = "lingbao.cell") String cell) {
        this.bucketSize = bucketSize;
        this.province = cell + WHOLE_PROVINCE;
    }

    @Override
    public Sweep.Kind kind() {
        return Sweep.Kind.INTEREST;
    }

    @Override
    public int bucketSize() {
        return bucketSize;
    }

    @Override
    public String persons() {
        return "select distinct person_id from relation where scheme = 'EMPLOYEE'";
    }

    /** The accounts are locked as a payment or a transfer locks them, so nothing moves between the reckoning and the booking. */
    @Override
    public Uni<JsonObject> sweep(SqlConnection transaction, Sweep.Bucket bucket) {
        var sweep = bucket.sweep();
        return transaction
                .query(NOT_FOR_LONG)
                .execute()
                .chain(() ->
                        transaction.preparedQuery(InterestSql.LOCK).execute(Tuple.of(bucket.from(), bucket.below())))
                .map(rows -> rows.iterator().next())
                .chain(locked -> transaction
                        .preparedQuery(sweep.dry() ? InterestSql.DRY_BUCKET : InterestSql.BUCKET)
                        .execute(Tuple.of(sweep.id())
                                .addArrayOfUUID(locked.getArrayOfUUIDs("persons"))
                                .addArrayOfLong(locked.getArrayOfLongs("balances"))
                                .addArrayOfUUID(locked.getArrayOfUUIDs("sealed_by"))
                                .addLocalDate(sweep.from().atDay(1))
                                .addLocalDate(sweep.to().plusMonths(1).atDay(1))
                                .addString(province)))
                .map(rows -> rows.iterator().next().get(JsonObject.class, "figures"));
    }
}
