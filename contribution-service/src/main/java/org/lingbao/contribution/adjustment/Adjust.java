package org.lingbao.contribution.adjustment;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.lingbao.contribution.sweep.Sweep;
import org.lingbao.contribution.sweep.Swept;
import org.lingbao.rules.Law;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/** Asks the rules once for each kind of bill, then bills what is missing. */
@ApplicationScoped
class Adjust implements Swept {
    private final int bucketSize;

    Adjust(@ConfigProperty(name = "lingbao.sweep.bucket") int bucketSize) {
        this.bucketSize = bucketSize;
    }

    @Override
    public Sweep.Kind kind() {
        return Sweep.Kind.ADJUSTMENT;
    }

    @Override
    public int bucketSize() {
        return bucketSize;
    }

    @Override
    public Uni<Void> prepare(SqlConnection transaction, Sweep sweep) {
        return prepare(transaction, sweep, Law.standard());
    }

    Uni<Void> prepare(SqlConnection transaction, Sweep sweep, Law law) {
        return transaction
                .preparedQuery(AdjustmentSql.KINDS)
                .execute(Tuple.of(sweep.from().atDay(1), sweep.to().atDay(1)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> Verdict.of(law, billed(row), sweep.askedOn()))
                        .flatMap(Optional::stream)
                        .toList())
                .chain(verdicts -> transaction.preparedQuery(AdjustmentSql.KEEP).execute(columns(sweep.id(), verdicts)))
                .replaceWithVoid();
    }

    @Override
    public Uni<JsonObject> sweep(SqlConnection transaction, Sweep.Bucket bucket) {
        var sweep = bucket.sweep();
        return transaction
                .preparedQuery(sweep.dry() ? AdjustmentSql.COUNT : AdjustmentSql.BILL)
                .execute(Tuple.of(
                        sweep.from().atDay(1),
                        sweep.to().atDay(1),
                        sweep.id(),
                        bucket.from(),
                        bucket.below(),
                        sweep.askedOn()))
                .map(rows -> rows.iterator().next().get(JsonObject.class, "figures"));
    }

    private static Verdict.Billed billed(Row row) {
        var base = row.getLong("chosen_base");
        var tier = row.getInteger("chosen_tier");
        return new Verdict.Billed(
                new Place(row.getString("place")),
                Scheme.valueOf(row.getString("scheme")),
                YearMonth.from(row.getLocalDate("first_month")),
                base == 0 ? null : new Money(base),
                tier == 0 ? null : tier,
                new Money(row.getLong("base_fen")),
                row.getLocalDate("issued_on"));
    }

    private static Tuple columns(UUID sweep, List<Verdict> all) {
        return Tuple.of(sweep)
                .addArrayOfString(column(all, one -> one.billed().place().code(), String[]::new))
                .addArrayOfString(column(all, one -> one.billed().scheme().name(), String[]::new))
                .addArrayOfLocalDate(column(all, one -> one.billed().month().atDay(1), LocalDate[]::new))
                .addArrayOfLong(fen(all, one -> orZero(one.billed().chosenBase())))
                .addArrayOfInteger(column(all, Adjust::tier, Integer[]::new))
                .addArrayOfLong(fen(all, one -> one.billed().base()))
                .addArrayOfString(column(all, one -> one.code().name(), String[]::new))
                .addArrayOfLong(fen(all, Verdict::due))
                .addArrayOfLong(fen(all, one -> one.difference().account()))
                .addArrayOfLong(fen(all, one -> one.difference().pooled()))
                .addArrayOfLong(fen(all, Verdict::medical))
                .addArrayOfLocalDate(column(all, Verdict::payableUntil, LocalDate[]::new));
    }

    private static int tier(Verdict verdict) {
        var tier = verdict.billed().tierPercent();
        return tier == null ? 0 : tier;
    }

    private static Money orZero(@Nullable Money money) {
        return money == null ? Money.ZERO : money;
    }

    private static Long[] fen(List<Verdict> all, Function<Verdict, Money> of) {
        return column(all, of.andThen(Money::fen), Long[]::new);
    }

    private static <T> T[] column(List<Verdict> all, Function<Verdict, @Nullable T> of, IntFunction<T[]> array) {
        return all.stream().map(of).toArray(array);
    }
}
