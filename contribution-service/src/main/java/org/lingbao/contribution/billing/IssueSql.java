package org.lingbao.contribution.billing;

import org.lingbao.contribution.ledger.Accounts;

/**
 * Issuing as sets. A month is {@code $1}, everywhere. Which plans are due follows from the plans; what they cost is asked
 * of the rules once per distinct choice and joined in, so that no number of the law is in SQL.
 */
final class IssueSql {
    private IssueSql() {}

    /**
     * Live plans whose next period begins with the month, in a relation that may still be paid, none of it billed yet, and
     * none of it paid elsewhere; a sealed account waits. A last period is cut short where plan or relation ends. What is
     * sealed or credited meanwhile is billed and cannot be paid.
     */
    private static final String DUE =
            """
            due as (
                select p.plan_id, p.person_id, p.scheme, p.place, p.period_months,
                       coalesce(p.base_fen, 0) as chosen_base, coalesce(p.tier_percent, 0) as chosen_tier,
                       least(p.period_months, 1 + months_from($1, least(
                           coalesce(p.until_month, '9999-12-01'), coalesce(r.last_payable_month, '9999-12-01'))))
                           as months
                from plan p join relation r using (relation_id)
                where p.from_month <= $1 and coalesce(p.until_month, $1) >= $1
                  and months_from(p.from_month, $1) %% p.period_months = 0
                  and r.standing = 'FLEXIBLE' and r.from_month <= $1 and coalesce(r.last_payable_month, $1) >= $1
                  and not exists (select from bill_month m
                      where m.person_id = p.person_id and m.scheme = p.scheme and m.month >= $1
                        and m.month < $1 + make_interval(months => p.period_months))
                  and not""" + " " + Accounts.barred("p.person_id", "p.scheme", "$1", "p.period_months") + """

                  %s
            )""";

    /** The distinct choices that are due, with how many plans made each. */
    static final String CHOICES = "with " + DUE.formatted("") + """

            select place, scheme, period_months, chosen_base, chosen_tier, count(*) as plans
            from due group by 1, 2, 3, 4, 5""";

    /** {@code $2}: the business day; {@code $3}–{@code $13}: {@link Priced} as columns. */
    private static final String ISSUE = """
            with %s, priced as (
                select * from unnest($3::text[], $4::text[], $5::int[], $6::bigint[], $7::int[], $8::bigint[],
                                     $9::bigint[], $10::bigint[], $11::bigint[], $12::date[], $13::text[])
                    as p(place, scheme, period_months, chosen_base, chosen_tier,
                         base_fen, account_fen, pooled_fen, medical_fen, payable_until, channels)
            ), issued as (
                insert into bill (bill_id, plan_id, person_id, scheme, place, first_month, months, base_fen,
                                  account_fen, pooled_fen, medical_fen, amount_fen, payable_until, issued_on,
                                  channels)
                select uuidv7(), d.plan_id, d.person_id, d.scheme, d.place, $1, d.months, p.base_fen, p.account_fen,
                       p.pooled_fen, p.medical_fen, d.months * (p.account_fen + p.pooled_fen + p.medical_fen),
                       p.payable_until, $2, string_to_array(p.channels, ' ')
                from due d join priced p using (place, scheme, period_months, chosen_base, chosen_tier)
                order by d.person_id, d.scheme
                on conflict (person_id, scheme, first_month) where withdrawn_on is null do nothing
                returning *
            ), taken as (
                insert into bill_month (person_id, scheme, month, bill_id)
                select i.person_id, i.scheme, (i.first_month + make_interval(months => later))::date, i.bill_id
                from issued i cross join lateral generate_series(0, i.months - 1) as later
            )
            """;

    /** For every plan that is due: how many bills, and their sum. */
    static final String FOR_ALL = ISSUE.formatted(DUE.formatted(""))
            + "select count(*) as bills, coalesce(sum(amount_fen), 0)::bigint as total_fen from issued";

    /** For the plan {@code $14} alone: its bill. */
    static final String FOR_ONE =
            ISSUE.formatted(DUE.formatted("and p.plan_id = $14")) + "select bill_id, months, amount_fen from issued";
}
