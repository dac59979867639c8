package org.lingbao.contribution.interest;

import org.lingbao.contribution.ledger.Accounts;
import org.lingbao.contribution.ledger.Posting;

/**
 * Reckons and credits the interest of a bucket of accounts. {@code $1}: the run; {@code $2} to {@code $4}: the persons
 * whose accounts are locked, with their balances and what sealed them; {@code $5} and {@code $6}: the first days of the year and of
 * the next; {@code $7}: the province.
 *
 * <p>What was in an account is reckoned from the months paid here, from what came by transfers, and from earlier interest; an
 * account whose balance is not that is refused.
 *
 * <p>The planner knows how many persons an array has, and for each of them everything is found by an index, however large the
 * tables are. Conditions that it cannot judge (of arrays, of expressions) would make it think of one account and compare each
 * with each; so they are named once as a truth value, of which it expects one in two.
 */
final class InterestSql {
    private InterestSql() {}

    /** {@code $1} and {@code $2}: the first person and the first of the next bucket, or null. What follows sees what was booked meanwhile. */
    static final String LOCK = """
            select coalesce(array_agg(person_id), '{}') as persons, coalesce(array_agg(balance_fen), '{}') as balances,
                   coalesce(array_agg(sealed_by), '{}') as sealed_by
            from (select cast(left(account_owner, 36) as uuid) as person_id, balance_fen, sealed_by from account_balance
                  where account_kind = 'PERSON' and account_shard = 0 and right(account_owner, 9) = '/EMPLOYEE'
                    and account_owner >= cast(cast($1 as uuid) as text)
                    and (cast($2 as uuid) is null or account_owner < cast(cast($2 as uuid) as text))
                  order by account_owner for update) locked""";

    private static final String ACCOUNT = """
            run as materialized (
                select extract(year from from_month)::smallint as year, asked_on, cast(terms ->> 'rate' as numeric) as rate,
                       cast(terms ->> 'provisional' as boolean) as provisional, terms ->> 'from' as from_month
                from sweep where sweep_id = $1
            ), account as (
                select a.person_id, a.balance_fen, t.state as sealed
                from unnest($2::uuid[], $3::bigint[], $4::uuid[]) as a(person_id, balance_fen, sealed_by)
                left join transfer_case t on t.case_id = a.sealed_by
            ), """;

    /**
     * Months and what was paid for them later because limits came late, by both ways to tell the month of a credit. The year's
     * months count from twelve down to one. Receipts lie where chance has put them: they are read only where their day matters.
     */
    private static final String OWN = """
            select coalesce(sum(p.account_fen), 0) as all_fen,
                   %s, %s
            from (select m.month, b.account_fen, coalesce(r.booked_on, m.month) as booked_on
                  from bill b join bill_month m
                      on m.person_id = b.person_id and m.scheme = b.scheme and m.bill_id = coalesce(b.adjusts, b.bill_id)
                  left join receipt r
                      on r.receipt_id = case when run.from_month is distinct from 'FEE_MONTH' then b.paid_by end
                  where b.person_id = a.person_id and b.scheme = 'EMPLOYEE' and b.withdrawn_on is null
                    and b.paid_by is not null and m.moved_by is null) p""".formatted(sums("fee", "p.month"), sums("credit", "p.booked_on"));

    private static String sums(String name, String day) {
        return """
                coalesce(sum(p.account_fen) filter (where %2$s < $5), 0) as %1$s_before,
                coalesce(sum(p.account_fen) filter (where %2$s >= $5 and %2$s < $6), 0) as %1$s_in,
                coalesce(sum(p.account_fen * (13 - cast(extract(month from %2$s) as integer)))
                    filter (where %2$s >= $5 and %2$s < $6), 0) as %1$s_product""".formatted(name, day);
    }

    /** What came by a transfer is stated without the interest of its year. */
    private static final String ARRIVED = """
            select coalesce(sum(t.account_fen), 0) as all_fen,
                   coalesce(sum(t.account_fen) filter (where t.moved_on < $5), 0) as before_fen,
                   coalesce(sum(t.account_fen - t.current_fen) filter (where t.moved_on >= $5 and t.moved_on < $6), 0)
                       as opening_fen,
                   bool_or(t.moved_on >= $5 and t.moved_on < $6 and t.current_fen > 0) as months_unknown,
                   bool_or(t.moved_on < $6 and extract(year from t.begun_on) <> extract(year from t.moved_on))
                       as over_year_end
            from transfer_case t
            where t.person_id = a.person_id and t.scheme = 'EMPLOYEE' and t.side = 'IN' and t.state = 'CREDITED'
              and exists (select from credited_month c where c.case_id = t.case_id and c.moved_by is null)""";

    /** What was moved away after the year's end had been here in the year. */
    private static final String GONE = """
            select max(t.moved_on) as moved_on, bool_or(t.moved_on >= $6 and (
                       exists (select from bill_month m where m.moved_by = t.case_id and m.month < $6)
                       or exists (select from credited_month m where m.moved_by = t.case_id and m.month < $6))) as had_money
            from transfer_case t
            where t.person_id = a.person_id and t.scheme = 'EMPLOYEE' and t.side = 'OUT'
              and t.state in ('RELEASED', 'SETTLED')""";

    /** Interest that is in the account, and what the year has already had, wherever that is now. */
    private static final String EARNED = """
            select coalesce(sum(i.difference_fen) filter (where here), 0) as all_fen,
                   coalesce(sum(i.difference_fen) filter (where here and i.year < run.year), 0) as before_fen,
                   coalesce(sum(i.difference_fen) filter (where here and i.year = run.year), 0) as this_fen,
                   coalesce(bool_or(here and i.year = run.year - 1), false) as year_before,
                   coalesce(max(i.revision) filter (where i.year = run.year), 0) as revision,
                   coalesce(bool_or(here and i.year = run.year), false) as this_here,
                   coalesce(bool_or(not here and i.year = run.year), false) as this_moved,
                   coalesce(bool_or(not here and i.year = run.year and not i.provisional and i.rate = run.rate), false)
                       as moved_with_it
            from interest i cross join lateral (select g.moved_on is null or i.credited_on > g.moved_on as here) place
            where i.person_id = a.person_id and i.scheme = 'EMPLOYEE'""";

    /** By the way that the run names; where it names none and both are not the same, by neither. */
    private static final String CHOSEN = """
            select case run.from_month when 'CREDIT_MONTH' then o.credit_before else o.fee_before end as before_fen,
                   case run.from_month when 'CREDIT_MONTH' then o.credit_in else o.fee_in end as in_fen,
                   case run.from_month when 'CREDIT_MONTH' then o.credit_product else o.fee_product end as product_fen""";

    private static final String DOUBTED = """
            select array_remove(array[
                case when a.sealed in ('SEALED', 'RELEASED') then 'ACCOUNT_SEALED' end,
                case when g.had_money and not e.moved_with_it then 'MOVED_AWAY' end,
                case when run.from_month is null and (o.fee_before, o.fee_in, o.fee_product)
                        is distinct from (o.credit_before, o.credit_in, o.credit_product)
                    then 'INTEREST_MONTH_UNCERTAIN' end,
                case when chosen.before_fen + t.before_fen > 0 and not e.year_before then 'YEAR_BEFORE_OPEN' end,
                case when t.months_unknown then 'TRANSFER_MONTHS_UNKNOWN' end,
                case when t.over_year_end then 'TRANSFER_OVER_YEAR_END' end,
                case when a.balance_fen <> o.all_fen + t.all_fen + e.all_fen then 'BALANCE_UNEXPLAINED' end],
                null) as doubts""";

    private static final String RECKONED =
            """
            reckoned as materialized (
                select a.person_id, %s as account_owner, run.year, run.rate, run.provisional, run.asked_on,
                       e.revision, e.this_fen as had_fen,
                       chosen.before_fen + t.before_fen + t.opening_fen + e.before_fen as opening_fen,
                       chosen.in_fen as credited_fen, chosen.product_fen, doubts, doubts = '{}' as sound,
                       (chosen.before_fen + t.before_fen + t.opening_fen + e.before_fen > 0 or chosen.in_fen > 0 or this_here)
                           and not this_moved as earns
                from account a cross join run
                cross join lateral (%s) o
                cross join lateral (%s) t
                cross join lateral (%s) g
                cross join lateral (%s) e
                cross join lateral (%s) chosen
                cross join lateral (%s) doubted
            ), """.formatted(Accounts.ownerOf("a.person_id", "'EMPLOYEE'"), OWN, ARRIVED, GONE, EARNED, CHOSEN, DOUBTED);

    private static final String DUE = """
            due as materialized (
                select r.*, interest_of(cast(opening_fen as bigint), cast(product_fen as bigint), rate) as interest_fen
                from reckoned r where sound and earns
            ), changed as materialized (
                select d.*, d.interest_fen - d.had_fen as difference_fen, uuidv7() as interest_id,
                       uuidv7() as entry_set_id, last.entry_set_id as corrects
                from due d
                left join interest l on l.person_id = d.person_id and l.scheme = 'EMPLOYEE' and l.year = d.year
                    and l.revision = d.revision
                left join lateral (
                    select s.entry_set_id from interest i join entry_set s using (interest_id)
                    where d.revision > 0 and i.person_id = d.person_id and i.scheme = 'EMPLOYEE' and i.year = d.year
                    order by i.revision desc limit 1) last on true
                where (l.opening_fen, l.credited_fen, l.product_fen, l.rate, l.provisional)
                    is distinct from (d.opening_fen, d.credited_fen, d.product_fen, d.rate, d.provisional)
            ), """;

    private static final String BOOK = """
            written as (
                insert into interest (interest_id, run_id, person_id, scheme, year, revision, province, rate, provisional,
                                      opening_fen, credited_fen, product_fen, interest_fen, difference_fen, credited_on)
                select interest_id, $1, person_id, 'EMPLOYEE', year, revision + 1, $7, rate, provisional,
                       opening_fen, credited_fen, product_fen, interest_fen, difference_fen, asked_on
                from changed
            ), posting as materialized (
                select entry_set_id, 'INTEREST' as kind, interest_id, corrects, asked_on as day, person_id,
                       'INTEREST' as against_kind, cast($7 as text) as against_owner
                from changed where difference_fen <> 0
            ), credit as (
                select entry_set_id, 'PERSON' as account_kind, account_owner, difference_fen as amount_fen
                from changed where difference_fen <> 0
            ), """ + Posting.partsOfInterest() + ", ";

    private static final String FIGURES = """
            listed as (
                insert into interest_doubt (run_id, person_id, doubts)
                select $1, person_id, doubts from reckoned where not sound
            )
            select jsonb_object_agg(key, value) as figures from (
                select 'accounts' as key, count(*) as value from due
                union all select 'interest', coalesce(sum(interest_fen), 0) from due
                union all select 'changed', count(*) from changed
                union all select 'difference', coalesce(sum(difference_fen), 0) from changed
                union all
                select 'doubt/' || code, count(*) from reckoned, unnest(doubts) as code group by code) counted""";

    private static final String RECKON = "with " + ACCOUNT + RECKONED + DUE;

    /** Credits a bucket. */
    static final String BUCKET = RECKON + BOOK + FIGURES;

    /** Reckons what would be credited. */
    static final String DRY_BUCKET = RECKON + "province as (select cast($7 as text)), " + FIGURES;
}
