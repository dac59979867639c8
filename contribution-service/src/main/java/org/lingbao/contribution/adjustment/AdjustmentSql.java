package org.lingbao.contribution.adjustment;

/**
 * What a run finds and bills, as sets. A bill is adjusted once, for ever: there is no mark besides the bill of the difference. What
 * is not paid is left as it was issued, for money that a terminal took for it may be on its way; once paid, the next run finds it.
 */
final class AdjustmentSql {
    private AdjustmentSql() {}

    /** Bills of months that a person pays, between the months {@code $1} and {@code $2}. */
    private static final String OF_MONTHS = """
            b.kind = 'MONTHS' and b.standing = 'FLEXIBLE' and b.withdrawn_on is null and b.first_month between $1 and $2""";

    /** The kinds of bills that there are. */
    static final String KINDS = """
            select b.place, b.scheme, b.first_month, coalesce(p.base_fen, 0) as chosen_base,
                   coalesce(p.tier_percent, 0) as chosen_tier, b.base_fen, min(b.issued_on) as issued_on
            from bill b join plan p using (plan_id) where %s group by 1, 2, 3, 4, 5, 6""".formatted(OF_MONTHS);

    static final String KEEP = """
            insert into adjustment_verdict (sweep_id, place, scheme, month, chosen_base, chosen_tier, base_fen, verdict,
                                            due_base_fen, account_fen, pooled_fen, medical_fen, payable_until)
            select $1, * from unnest($2::text[], $3::text[], $4::date[], $5::bigint[], $6::int[], $7::bigint[], $8::text[],
                                     $9::bigint[], $10::bigint[], $11::bigint[], $12::bigint[], $13::date[])""";

    /** A bucket of the run {@code $3}, the persons between {@code $4} and {@code $5}. Months that were moved away are another's. */
    private static final String FOUND = """
            with found as (
                select b.*, v.verdict, v.due_base_fen, v.account_fen as account_more, v.pooled_fen as pooled_more,
                       v.medical_fen as medical_more, v.account_fen + v.pooled_fen + v.medical_fen as more,
                       v.payable_until as more_until
                from bill b join plan p using (plan_id) join adjustment_verdict v
                    on v.sweep_id = $3 and v.place = b.place and v.scheme = b.scheme and v.month = b.first_month
                    and v.chosen_base = coalesce(p.base_fen, 0) and v.chosen_tier = coalesce(p.tier_percent, 0)
                    and v.base_fen = b.base_fen
                where %s and b.person_id >= $4 and ($5::uuid is null or b.person_id < $5)
                  and not exists (select from bill_month m where m.person_id = b.person_id and m.scheme = b.scheme
                      and m.month = b.first_month and m.moved_by is not null)
            ), owed as (
                select * from found f where verdict = 'OWED' and paid_by is not null
                  and not exists (select from bill a where a.adjusts = f.bill_id and a.withdrawn_on is null)
            ), """.formatted(OF_MONTHS);

    /** {@code $6}: the business day. */
    private static final String BILLED = """
            billed as (
                insert into bill (bill_id, plan_id, person_id, scheme, place, adjusts_from, months, base_fen, account_fen,
                                  pooled_fen, medical_fen, amount_fen, payable_until, issued_on, channels, kind, adjusts)
                select uuidv7(), plan_id, person_id, scheme, place, first_month, months, due_base_fen, account_more,
                       pooled_more, medical_more, months * more, more_until, $6, channels, 'ADJUSTMENT', bill_id
                from owed order by person_id, scheme, first_month
                on conflict do nothing returning months, amount_fen
            )""";

    private static final String COUNTED = """
            billed as (select months, months * more as amount_fen from owed where $6::date is not null)""";

    /** Figures by name; of what is refused, by place and reason. */
    private static final String FIGURES = """
            select jsonb_object_agg(key, value) as figures from (
                select 'bills' as key, count(*) as value from billed
                union all select 'months', coalesce(sum(months), 0) from billed
                union all select 'fen', coalesce(sum(amount_fen), 0) from billed
                union all select 'unpaid', count(*) from found
                    where verdict = 'OWED' and paid_by is null and payable_until >= cast($6 as date)
                union all
                select 'refused/' || place || '/' || verdict || '/' || what, sum(n)
                from found cross join lateral (values
                    ('bills', 1), ('months', months), ('fen', months * more)) f(what, n)
                where verdict <> 'OWED' and (paid_by is not null or payable_until >= cast($6 as date))
                group by place, verdict, what) counted""";

    static final String BILL = FOUND + BILLED + FIGURES;

    static final String COUNT = FOUND + COUNTED + FIGURES;
}
