package org.lingbao.contribution.billing;

import static java.util.stream.Collectors.joining;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lingbao.contribution.sweep.Sweep;
import org.lingbao.rules.contribution.PaymentChannel;
import org.lingbao.rules.contribution.Period;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/**
 * Asks the rules once for each distinct choice of the live plans and keeps the answers with the run: some thousands for a city
 * of millions. What begins within a period is asked as a month.
 */
final class Prices {
    private static final String CHOICES = """
            select distinct place, scheme,
                   case when period_months = 1 or months_from(from_month, $1) % period_months = 0 then period_months else 1 end
                       as period_months,
                   coalesce(base_fen, 0) as chosen_base, coalesce(tier_percent, 0) as chosen_tier
            from plan
            where from_month <= $1 and coalesce(until_month, $1) >= $1 and yearly_fen is null""";

    /** Lists in lists lose their seams, so reasons and channels come as words. */
    private static final String KEEP = """
            insert into billing_price (run_id, place, scheme, period_months, chosen_base, chosen_tier, reasons,
                                       base_fen, account_fen, pooled_fen, medical_fen, payable_until, channels)
            select $1, place, scheme, period_months, chosen_base, chosen_tier, string_to_array(reasons, ' '),
                   base_fen, account_fen, pooled_fen, medical_fen, payable_until, string_to_array(channels, ' ')
            from unnest($2::text[], $3::text[], $4::int[], $5::bigint[], $6::int[], $7::text[], $8::bigint[], $9::bigint[],
                        $10::bigint[], $11::bigint[], $12::date[], $13::text[])
                as p(place, scheme, period_months, chosen_base, chosen_tier, reasons, base_fen, account_fen, pooled_fen,
                     medical_fen, payable_until, channels)""";

    private Prices() {}

    /** In the caller's transaction. */
    static Uni<Void> keep(SqlConnection transaction, Sweep run) {
        return transaction
                .preparedQuery(CHOICES)
                .execute(Tuple.of(run.from().atDay(1)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> Judged.of(chosen(row), run.from(), run.askedOn()))
                        .toList())
                .chain(judged -> transaction.preparedQuery(KEEP).execute(columns(run.id(), judged)))
                .replaceWithVoid();
    }

    /** As the columns of a plan have it. */
    static Chosen chosen(Row row) {
        var base = row.getLong("chosen_base");
        var tier = row.getInteger("chosen_tier");
        return new Chosen(
                new Place(row.getString("place")),
                Scheme.valueOf(row.getString("scheme")),
                Period.of(row.getInteger("period_months")),
                base == 0 ? null : new Money(base),
                tier == 0 ? null : tier);
    }

    private static Tuple columns(UUID run, List<Judged> all) {
        return Tuple.of(run)
                .addArrayOfString(column(all, one -> one.chosen().place().code(), String[]::new))
                .addArrayOfString(column(all, one -> one.chosen().scheme().name(), String[]::new))
                .addArrayOfInteger(column(all, one -> one.chosen().period().months(), Integer[]::new))
                .addArrayOfLong(column(all, one -> one.chosen().baseFen(), Long[]::new))
                .addArrayOfInteger(column(all, one -> one.chosen().tier(), Integer[]::new))
                .addArrayOfString(column(all, one -> String.join(" ", one.reasons()), String[]::new))
                .addArrayOfLong(fen(all, price -> price.assessed().base()))
                .addArrayOfLong(fen(all, price -> price.assessed().monthly().account()))
                .addArrayOfLong(fen(all, price -> price.assessed().monthly().pooled()))
                .addArrayOfLong(fen(all, Priced::medical))
                .addArrayOfLocalDate(
                        column(all, priced(price -> price.assessed().payableUntil()), LocalDate[]::new))
                .addArrayOfString(column(all, priced(Prices::words), String[]::new));
    }

    private static String words(Priced price) {
        return price.channels().stream().map(PaymentChannel::name).collect(joining(" "));
    }

    private static Long[] fen(List<Judged> all, Function<Priced, Money> of) {
        return column(all, priced(of.andThen(Money::fen)), Long[]::new);
    }

    private static <T> Function<Judged, @Nullable T> priced(Function<Priced, T> of) {
        return judged -> judged.priced() == null ? null : of.apply(judged.priced());
    }

    private static <T> T[] column(List<Judged> all, Function<Judged, @Nullable T> of, IntFunction<T[]> array) {
        return all.stream().map(of).toArray(array);
    }
}
