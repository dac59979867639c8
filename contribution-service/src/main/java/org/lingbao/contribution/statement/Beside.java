package org.lingbao.contribution.statement;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lingbao.contribution.statement.domain.PlaceAmounts;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;

/**
 * What a person has paid beside months. Amounts are in yuan.
 *
 * @param adjustments what was paid for months whose limits came late (补差); their months are among the months
 * @param years a resident's years
 */
record Beside(List<Adjustment> adjustments, List<PaidYear> years) {
    /** SQL expression: all of it, of the ids of {@code p} and the scheme {@code $2}. Months that were moved away took theirs along. */
    static final String FOUND = """
            (select coalesce(jsonb_agg(jsonb_build_object(
                        'kind', b.kind, 'first', to_char(coalesce(b.first_month, b.adjusts_from), 'YYYY-MM'), 'months', b.months, 'place', b.place,
                        'base', b.base_fen, 'account', b.account_fen, 'pooled', b.pooled_fen, 'subsidy', b.subsidy_fen,
                        'receipt', r.receipt_number) order by coalesce(b.first_month, b.adjusts_from), r.receipt_number), '[]')
             from bill b join receipt r on r.receipt_id = b.paid_by
             where b.person_id = any (p.ids) and b.scheme = $2 and b.kind <> 'MONTHS' and b.withdrawn_on is null
               and not exists (select from bill_month m where m.person_id = b.person_id and m.scheme = b.scheme
                   and m.month = b.adjusts_from and m.moved_by is not null))""";

    /**
     * What was missing of months, each the same.
     *
     * @param base on which they count now
     * @param pension what was missing a month: account and pooled
     */
    record Adjustment(
            YearMonth from,
            YearMonth to,
            int months,
            String base,
            String pension,
            String account,
            String pooled,
            String receiptNumber) {}

    /**
     * A year of the resident scheme. Both amounts are in the individual account.
     *
     * @param own what the person paid
     * @param subsidy what government added
     */
    record PaidYear(String year, String place, String own, String subsidy, String receiptNumber) {}

    static Beside read(JsonArray found) {
        var all =
                IntStream.range(0, found.size()).mapToObj(found::getJsonObject).toList();
        return new Beside(
                all.stream()
                        .filter(Beside::isAdjustment)
                        .map(Beside::adjustment)
                        .toList(),
                all.stream().filter(one -> !isAdjustment(one)).map(Beside::year).toList());
    }

    /** Of what was found, what is for a year: of adjustments the months in it. */
    static JsonArray within(JsonArray found, Year year) {
        return new JsonArray(IntStream.range(0, found.size())
                .mapToObj(found::getJsonObject)
                .flatMap(one -> within(one, year).stream())
                .toList());
    }

    private static Optional<JsonObject> within(JsonObject one, Year year) {
        var first = first(one);
        if (!isAdjustment(one)) {
            return Optional.of(one).filter(paid -> first.getYear() == year.getValue());
        }
        var months = Stream.iterate(first, month -> month.plusMonths(1))
                .limit(one.getInteger("months"))
                .filter(month -> month.getYear() == year.getValue())
                .toList();
        return months.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        one.copy().put("first", months.getFirst().toString()).put("months", months.size()));
    }

    /** The amounts of what was found, with their places. */
    static List<PlaceAmounts.More> amounts(JsonArray found) {
        return IntStream.range(0, found.size())
                .mapToObj(found::getJsonObject)
                .map(one -> {
                    var times = isAdjustment(one) ? one.getInteger("months") : 1;
                    return new PlaceAmounts.More(
                            new Place(one.getString("place")),
                            new PlaceAmounts.Paid(
                                    fen(one, "account").times(times),
                                    fen(one, "pooled").times(times),
                                    fen(one, "subsidy")));
                })
                .toList();
    }

    /** What the adjustments brought to the pooled fund. */
    static Money pooled(JsonArray found) {
        return IntStream.range(0, found.size())
                .mapToObj(found::getJsonObject)
                .map(one -> fen(one, "pooled").times(one.getInteger("months")))
                .reduce(Money.ZERO, Money::plus);
    }

    private static boolean isAdjustment(JsonObject one) {
        return one.getString("kind").equals("ADJUSTMENT");
    }

    private static Adjustment adjustment(JsonObject one) {
        var first = first(one);
        int months = one.getInteger("months");
        return new Adjustment(
                first,
                first.plusMonths(months - 1L),
                months,
                fen(one, "base").toYuan(),
                fen(one, "account").plus(fen(one, "pooled")).toYuan(),
                fen(one, "account").toYuan(),
                fen(one, "pooled").toYuan(),
                one.getString("receipt"));
    }

    private static PaidYear year(JsonObject one) {
        return new PaidYear(
                String.valueOf(first(one).getYear()),
                one.getString("place"),
                fen(one, "account").toYuan(),
                fen(one, "subsidy").toYuan(),
                one.getString("receipt"));
    }

    private static YearMonth first(JsonObject one) {
        return YearMonth.parse(one.getString("first"));
    }

    private static Money fen(JsonObject one, String name) {
        return new Money(one.getLong(name));
    }
}
