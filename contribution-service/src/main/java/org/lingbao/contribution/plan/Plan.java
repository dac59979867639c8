package org.lingbao.contribution.plan;

import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.contribution.plan.domain.Changeable;
import org.lingbao.rules.contribution.Period;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/**
 * What a person chose to pay (缴费计划).
 *
 * @param base the chosen base, where the place bills by base
 * @param tierPercent the tier, where it bills by tier
 * @param until the last month covered; null: it goes on
 * @param followed whether another plan begins after it
 */
record Plan(
        UUID id,
        UUID person,
        Scheme scheme,
        Place place,
        @Nullable Money base,
        @Nullable Integer tierPercent,
        Period period,
        YearMonth from,
        @Nullable YearMonth until,
        boolean followed) {

    /** What {@link #read} reads of plan {@code p}. */
    static final String COLUMNS = """
            p.plan_id, p.person_id, p.scheme, p.place, p.base_fen, cast(p.tier_percent as int) as tier_percent,
            cast(p.period_months as int) as period_months, p.from_month, p.until_month,
            exists (select from plan later where later.relation_id = p.relation_id and later.plan_id <> p.plan_id
                    and later.yearly_fen is null and later.from_month > p.until_month) as followed""";

    static Plan read(Row row) {
        var base = row.getLong("base_fen");
        return new Plan(
                row.getUUID("plan_id"),
                row.getUUID("person_id"),
                Scheme.valueOf(row.getString("scheme")),
                new Place(row.getString("place")),
                base == null ? null : new Money(base),
                row.getInteger("tier_percent"),
                Period.of(row.getInteger("period_months")),
                YearMonth.from(row.getLocalDate("from_month")),
                month(row.getLocalDate("until_month")),
                row.getBoolean("followed"));
    }

    Changeable changeable(@Nullable YearMonth settledThrough, @Nullable YearMonth inFlight) {
        return new Changeable(from, until, followed, settledThrough, inFlight);
    }

    /** Whether the wish is what is paid already. */
    boolean isAs(PlanRequest.Wish wish) {
        return new Terms(base, tierPercent, period).equals(new Terms(wish.base(), wish.tierPercent(), wish.period()));
    }

    private record Terms(@Nullable Money base, @Nullable Integer tierPercent, Period period) {}

    private static @Nullable YearMonth month(@Nullable LocalDate day) {
        return day == null ? null : YearMonth.from(day);
    }
}
