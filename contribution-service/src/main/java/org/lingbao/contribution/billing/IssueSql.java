package org.lingbao.contribution.billing;

import org.lingbao.contribution.ledger.Accounts;

/**
 * Issuing as sets. A month is {@code $1} and the business day {@code $2}, everywhere. Which plans are due follows from the plans;
 * what they cost is asked of the rules once per distinct choice and joined in, so that no number of the law is in SQL.
 */
final class IssueSql {
    private IssueSql() {}

    /**
     * A condition on a bill {@code b} whose month {@code $1} has come while nobody can pay it any more: what is left of its months
     * is billed anew. Not before money that was taken in time has had its time to come.
     *
     * @param expected SQL expression of the day since when money of that age is no longer expected
     */
    private static String stale(String expected) {
        return "(b.paid_by is null and b.standing = 'FLEXIBLE' and b.first_month < $1 and (b.payable_until < "
                + expected + " or " + Accounts.barred("b.person_id", "b.scheme", "b.first_month", "b.months") + "))";
    }

    private static final String TAKEN = """
            exists (select from bill_month m where m.person_id = p.person_id and m.scheme = p.scheme and m.month = $1)""";

    private static final String TAKEN_UNLESS_STALE = """
            exists (select from bill_month m join bill b using (bill_id)
                where m.person_id = p.person_id and m.scheme = p.scheme and m.month = $1 and not""" + " " + stale("$2") + ")";

    /**
     * Live plans in a relation that may still be paid, whose month is neither paused, billed nor paid elsewhere; a sealed account
     * waits. A period is billed when it begins, and where its beginning was not the person's to pay, from the first month that
     * is; up to its end, or to where plan or relation ends or a month is taken or paused. Such a rest is priced by the month. What is
     * sealed or credited meanwhile is billed and cannot be paid.
     *
     * <p>To be completed with what takes the month, and a condition of its own.
     */
    private static final String DUE = """
            due as (
                select p.plan_id, p.person_id, p.scheme, p.place,
                       case when gone.months = 0 then p.period_months else 1 end as period_months,
                       coalesce(p.base_fen, 0) as chosen_base, coalesce(p.tier_percent, 0) as chosen_tier,
                       case when p.period_months - gone.months = 1 then 1 else least(p.period_months - gone.months,
                           1 + months_from($1, least(coalesce(p.until_month, '9999-12-01'),
                                                     coalesce(r.last_payable_month, '9999-12-01'))),
                           months_from($1, lower(r.paused * datemultirange(daterange($1, null)))),
                           (select min(months_from($1, m.month)) from bill_month m
                            where m.person_id = p.person_id and m.scheme = p.scheme and m.month > $1),
                           (select months_from($1, cast(lower(held.credited * datemultirange(daterange($1, null))) as date))
                            from account_balance held
                            where held.account_kind = 'PERSON' and held.account_owner = %3$s)) end as months
                from plan p join relation r using (relation_id)
                    cross join lateral (
                        select case when p.period_months = 1 then 0 else months_from(p.from_month, $1) %% p.period_months end
                            as months) gone
                where p.from_month <= $1 and coalesce(p.until_month, $1) >= $1 and p.yearly_fen is null
                  and r.standing = 'FLEXIBLE' and r.from_month <= $1 and coalesce(r.last_payable_month, $1) >= $1
                  and not r.paused @> cast($1 as date)
                  and not %1$s
                  and not %4$s
                  and %2$s
            )""";

    private static String due(String taken, String which) {
        return DUE.formatted(
                taken,
                which,
                Accounts.ownerOf("p.person_id", "p.scheme"),
                Accounts.barred("p.person_id", "p.scheme", "$1", "1"));
    }

    /** A bill and its months for each row of {@code priced}: what is due, with its price. */
    private static final String ISSUED = """
            issued as (
                insert into bill (bill_id, plan_id, person_id, scheme, place, first_month, months, base_fen,
                                  account_fen, pooled_fen, medical_fen, amount_fen, payable_until, issued_on,
                                  channels)
                select uuidv7(), plan_id, person_id, scheme, place, $1, months, base_fen, account_fen,
                       pooled_fen, medical_fen, months * (account_fen + pooled_fen + medical_fen),
                       payable_until, $2, channels
                from priced
                order by person_id, scheme
                on conflict (person_id, scheme, first_month) where withdrawn_on is null do nothing
                returning bill_id, person_id, scheme, first_month, months, amount_fen
            ), taken as (
                insert into bill_month (person_id, scheme, month, bill_id)
                select person_id, scheme, first_month, bill_id from issued
                union all
                select i.person_id, i.scheme, (i.first_month + make_interval(months => later))::date, i.bill_id
                from issued i cross join lateral generate_series(1, i.months - 1) as later where i.months > 1
            )""";

    /** For the plan {@code $3} alone, with {@code $4}–{@code $14} as {@link Priced} has them: its bill. */
    static final String FOR_ONE =
            "with " + due(TAKEN, "p.plan_id = $3") + """
            , priced as (
                select d.*, $9::bigint as base_fen, $10::bigint as account_fen, $11::bigint as pooled_fen,
                       $12::bigint as medical_fen, $13::date as payable_until, $14::text[] as channels
                from due d
                where place = $4 and scheme = $5 and period_months = $6 and chosen_base = $7 and chosen_tier = $8
            ), """ + ISSUED + " select bill_id, months, amount_fen from issued";

    /** Takes back the stale bills of persons between {@code $3} and {@code $4}; {@code $5}: see {@link #stale}. */
    static final String WITHDRAW_STALE = """
            with gone as (
                update bill b set withdrawn_on = $2 from plan p join bill_month m using (person_id, scheme)
                where p.period_months > 1 and p.person_id >= $3 and m.person_id >= $3
                  and ($4::uuid is null or p.person_id < $4 and m.person_id < $4)
                  and m.month = $1 and b.bill_id = m.bill_id and b.plan_id = p.plan_id and %s
                returning b.bill_id, b.person_id, b.scheme
            )
            delete from bill_month m using gone
            where m.person_id = gone.person_id and m.scheme = gone.scheme and m.bill_id = gone.bill_id""".formatted(stale("$5"));

    /** The persons of a bucket of the run {@code $3}, which lie between {@code $4} and {@code $5}. */
    private static final String IN_BUCKET = """
            p.person_id >= $4 and r.person_id >= $4 and ($5::uuid is null or p.person_id < $5 and r.person_id < $5)""";

    private static final String BY_THE_RUN = """
            , judged as (
                select d.*, coalesce(p.reasons, '{CHOSEN_MEANWHILE}') as reasons,
                       p.base_fen, p.account_fen, p.pooled_fen, p.medical_fen, p.payable_until, p.channels
                from due d left join billing_price p
                    on p.run_id = $3 and p.place = d.place and p.scheme = d.scheme and p.period_months = d.period_months
                    and p.chosen_base = d.chosen_base and p.chosen_tier = d.chosen_tier
            ), refused as (
                select coalesce(jsonb_object_agg('refused/' || code, plans), '{}') as by_code
                from (select code, count(*) as plans from judged, unnest(reasons) as code
                      where reasons <> '{}' group by code) counted
            )""";

    private static final String FIGURES = """
            select by_code || (select jsonb_build_object('bills', count(*), 'fen', coalesce(sum(%s), 0)) from %s) as figures
            from refused""";

    /** Keeps whom the law no longer lets be billed as they chose; where nobody is billed yet, or by nobody's choice, is not theirs to mend. */
    private static final String NOT_BILLED = """
            , not_billed_new as (
                insert into not_billed (plan_id, month, person_id, scheme, reasons, found_on)
                select plan_id, $1, person_id, scheme, reasons, $2 from judged
                where reasons <> '{}' and not reasons && '{CHOSEN_MEANWHILE,PERIOD_CLOSED,PERIOD_NOT_OPEN,RULES_NOT_LOADED}'
                on conflict do nothing
            )""";

    /** Bills a bucket. */
    static final String BUCKET = "with " + due(TAKEN, IN_BUCKET) + BY_THE_RUN + NOT_BILLED + """
            , priced as (select * from judged where reasons = '{}'), """ + ISSUED
            + FIGURES.formatted("amount_fen", "issued");

    /** Counts what it would bill, the rest of stale bills among it ({@code $2}: see {@link #stale}). */
    static final String DRY_BUCKET = "with " + due(TAKEN_UNLESS_STALE, IN_BUCKET) + BY_THE_RUN
            + FIGURES.formatted("months * (account_fen + pooled_fen + medical_fen)", "judged where reasons = '{}'");
}
