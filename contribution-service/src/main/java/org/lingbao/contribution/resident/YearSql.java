package org.lingbao.contribution.resident;

import org.lingbao.contribution.attempt.InFlight;

/** A resident's year as rows: a plan that ends with the year, and its bill. */
final class YearSql {
    private YearSql() {}

    /** Of one person one choice after the other: a first one has no bill yet that could be locked. */
    static final String ALONE = "select pg_advisory_xact_lock(hashtextextended('resident-year ' || $1::text, 0))";

    /** Of the person {@code $1} and the year that begins with {@code $2}, in the province {@code $3}; locks the year's bill. */
    static final String FACTS = """
            with held as materialized (
                select bill_id, paid_by from bill where person_id = $1 and scheme = 'RESIDENT' and kind = 'YEAR' and first_month = $2
                  and withdrawn_on is null for update
            )
            select exists (select from held where paid_by is not null) as paid,
                   exists (select from held where paid_by is null and %s) as in_flight,
                   exists (select from relation where person_id = $1 and scheme = 'EMPLOYEE' and to_month is null) as employee,
                   exists (select from resident_table where province = $3
                           and year = extract(year from cast($2 as date))) as confirmed,
                   (select count(*) from bill_month m join bill b using (bill_id)
                    where m.person_id = $1 and m.scheme = 'EMPLOYEE' and b.paid_by is not null and m.moved_by is null
                      and m.month >= $2 and m.month < cast($2 as date) + interval '1 year') as employee_months""".formatted(InFlight.holds("held.bill_id"));

    /** Takes back what was chosen for the year and is not paid; {@code $3}: the business day. */
    static final String WITHDRAW = """
            with gone as (
                update bill set withdrawn_on = $3
                where person_id = $1 and scheme = 'RESIDENT' and kind = 'YEAR' and first_month = $2
                  and paid_by is null and withdrawn_on is null
                returning plan_id
            )
            update plan p set until_month = cast(p.from_month - interval '1 month' as date)
            from gone where p.plan_id = gone.plan_id""";

    static final String CHOOSE = """
            with chosen as (
                insert into plan (plan_id, relation_id, person_id, scheme, place, yearly_fen, period_months, from_month,
                                  until_month, chosen_on)
                values ($1, $2, $3, 'RESIDENT', $4, $5, 12, $6, cast($6 as date) + interval '11 months', $7)
                returning *
            )
            insert into bill (bill_id, plan_id, person_id, scheme, place, first_month, months, base_fen, account_fen, pooled_fen,
                              medical_fen, amount_fen, payable_until, issued_on, channels, kind, subsidy_fen)
            select $8, plan_id, person_id, scheme, place, from_month, period_months, yearly_fen, yearly_fen, 0, 0, yearly_fen,
                   $9, chosen_on, $10, 'YEAR', $11
            from chosen""";
}
