package org.lingbao.contribution.reversal;

import org.lingbao.contribution.ledger.Accounts;
import org.lingbao.contribution.ledger.Posting;

/** The statements that undo a payment: locks in the order of payments, bills first and then the account; then the decision; then what it changes. */
final class ReversalSql {
    private ReversalSql() {}

    /** Of the receipt with the number {@code $1}: what it was for. */
    static final String RECEIPT = """
            select r.receipt_id, r.person_id, b.bill_id, b.scheme
            from receipt r left join bill b on b.bill_id = r.bill_id where r.receipt_number = $1""";

    /** The bill {@code $1} and what adds to it, locked. */
    static final String LOCK = """
            select bill_id from bill
            where bill_id in (select cast($1 as uuid)
                              union all select a.bill_id from bill a where a.adjusts = $1 and a.withdrawn_on is null)
            order by bill_id for update""";

    private static final String INTEREST_YEARS = """
            array(select distinct cast(i.year as integer) from interest i
                  where i.person_id = b.person_id and i.scheme = b.scheme
                    and i.year >= extract(year from least(b.first_month, r.booked_on)) order by 1)""";

    /** Every reason why the receipt {@code $1} is not to be undone; its bill and account are locked. */
    static final String REASONS = """
            select array_remove(array[
                       case when r.outcome <> 'PAID' then 'NOT_PAID' end,
                       case when r.outcome = 'PAID' and (b.kind <> 'MONTHS' or b.standing <> 'FLEXIBLE') then 'NO_OWN_MONTHS' end,
                       case when r.outcome = 'PAID' and a.sealed_by is not null then 'SEALED' end,
                       case when r.outcome = 'PAID' and exists (
                           select from bill_month m where m.person_id = b.person_id and m.scheme = b.scheme
                             and m.bill_id = b.bill_id and m.moved_by is not null) then 'MOVED' end,
                       case when exists (select from bill more where more.adjusts = b.bill_id and more.withdrawn_on is null
                           and more.paid_by is not null) then 'ADJUSTED' end], null) as reasons
            from receipt r join bill b on b.bill_id = r.bill_id
            left join account_balance a on a.account_kind = 'PERSON' and a.account_shard = 0 and a.account_owner = %s
            where r.receipt_id = $1""".formatted(Accounts.ownerOf("b.person_id", "b.scheme"));

    /** The bill {@code $1} and what adds to it end on the day {@code $2}, and its months are free. */
    static final String WITHDRAW = """
            with gone as (
                update bill set paid_by = null, withdrawn_on = $2 where bill_id = $1 returning bill_id, person_id, scheme
            ), more as (
                update bill set withdrawn_on = $2 where adjusts = $1 and withdrawn_on is null
            )
            delete from bill_month m using gone
            where m.person_id = gone.person_id and m.scheme = gone.scheme and m.bill_id = gone.bill_id""";

    /** The months of the bill {@code $1} billed again as {@code $3} on the day {@code $2}, where plan and relation still have them all. */
    static final String BILL_AGAIN = """
            with again as (
                insert into bill (bill_id, plan_id, person_id, scheme, place, first_month, months, base_fen, account_fen,
                                  pooled_fen, medical_fen, amount_fen, payable_until, issued_on, channels)
                select cast($3 as uuid), b.plan_id, b.person_id, b.scheme, b.place, b.first_month, b.months, b.base_fen, b.account_fen,
                       b.pooled_fen, b.medical_fen, b.amount_fen, b.payable_until, $2, b.channels
                from bill b join plan p using (plan_id) join relation r on r.relation_id = p.relation_id
                    cross join lateral (select cast(b.first_month + make_interval(months => b.months - 1) as date) as month) last
                where b.bill_id = $1 and coalesce(p.until_month, last.month) >= last.month
                  and coalesce(r.to_month, last.month) >= last.month and r.standing = 'FLEXIBLE'
                  and not r.paused && %s
                returning *
            ), taken as (
                insert into bill_month (person_id, scheme, month, bill_id)
                select a.person_id, a.scheme, (a.first_month + make_interval(months => later))::date, a.bill_id
                from again a cross join lateral generate_series(0, a.months - 1) later
            )
            select bill_id from again""".formatted(Accounts.rangeOf("b.first_month", "b.months"));

    /**
     * Undoes what the receipt {@code $1} has booked, on the day {@code $2} by the set {@code $3}, for the reason {@code $4}; {@code $5}:
     * the money stays, in suspense; {@code $6}: the bill in the place of its own.
     */
    static final String BOOK = """
            with undone as (
                select r.*, b.scheme, b.place, s.entry_set_id as set_undone
                from receipt r join bill b on b.bill_id = r.bill_id join entry_set s on s.receipt_id = r.receipt_id
                where r.receipt_id = $1
            ), kept as (
                insert into reversal (receipt_id, entry_set_id, reason, billed_again, reversed_on)
                select receipt_id, $3, $4, $6, $2 from undone
            ), posting as (
                select cast($3 as uuid) as entry_set_id, 'REVERSAL' as kind, set_undone as corrects, cast($2 as date) as day,
                       person_id, bill_id, bank as against_owner,
                       case when cast($5 as boolean) then 'SUSPENSE' when channel = 'TAX_BUREAU' then 'TAX_BUREAU'
                            else 'BANK_CLEARING' end as against_kind
                from undone
            ), credit as (
                select cast($3 as uuid) as entry_set_id, c.account_kind, c.account_owner, c.amount_fen
                from undone u cross join lateral (values
                    ('PERSON', %s, -u.account_fen),
                    ('POOLED', u.place, -u.pooled_fen),
                    ('MEDICAL', u.place, -u.medical_fen)
                ) c(account_kind, account_owner, amount_fen)
                where c.amount_fen <> 0
            ), """.formatted(Accounts.ownerOf("u.person_id", "u.scheme")) + Posting.partsOfRefund()
            + " select count(*) as sets from posting";

    /** What became of the receipt {@code $1}; no row: it was not undone. */
    static final String FIND = """
            select r.receipt_number, r.amount_fen, r.bill_id, v.reason, v.billed_again, v.reversed_on, %s as interest_years
            from reversal v join receipt r on r.receipt_id = v.receipt_id join bill b on b.bill_id = r.bill_id
            where v.receipt_id = $1""".formatted(INTEREST_YEARS);

    /** What others are told of it. */
    static final String TOLD = """
            select b.person_id, b.scheme, b.place, b.first_month, b.months, r.receipt_id, v.reversed_on,
                   (select min(p.paid_on) from bill other join receipt p on p.receipt_id = other.paid_by
                    where other.person_id = b.person_id and other.scheme = b.scheme and other.place = b.place
                      and other.kind = 'MONTHS' and other.withdrawn_on is null) as first_paid_on
            from reversal v join receipt r on r.receipt_id = v.receipt_id join bill b on b.bill_id = r.bill_id
            where v.receipt_id = $1""";
}
