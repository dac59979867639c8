package org.lingbao.contribution.ledger;

/**
 * The part of the ledger's proof that is about transfers: what every entry of a case or of a bank's credit must be, that
 * the cases have exactly the sets that their states ask for, that what is in transit is that of the open cases, and that the
 * months that left or came are those of the forms.
 */
final class CheckTransferSql {
    private CheckTransferSql() {}

    /** More rows of {@code expected}. */
    static final String EXPECTED = """
                union all
                select s.entry_set_id, x.account_kind, x.account_owner, x.amount_fen
                from entry_set s join transfer_case t using (case_id)
                cross join lateral (values
                    ('PERSON', t.person_id || '/' || t.scheme,
                        case s.kind when 'RELEASE' then -t.account_fen when 'SETTLE' then 0 else t.account_fen end),
                    ('POOLED', t.place,
                        case s.kind when 'RELEASE' then -t.pooled_fen when 'SETTLE' then 0 else t.pooled_fen end),
                    ('TRANSIT', t.province,
                        case s.kind when 'RELEASE' then 1 else -1 end * (t.account_fen + t.pooled_fen)),
                    ('BANK_CLEARING',
                        (select o.bank from payment_order o where o.case_id = t.case_id and o.kind = 'TRANSFER'),
                        case s.kind when 'SETTLE' then t.account_fen + t.pooled_fen else 0 end)
                ) x(account_kind, account_owner, amount_fen)
                where s.bank_credit_id is null and x.amount_fen <> 0
                union all
                select s.entry_set_id, x.account_kind, x.account_owner, signed.amount_fen
                from entry_set s join bank_credit b using (bank_credit_id) left join transfer_case t using (case_id)
                cross join lateral (values
                    ('BANK_CLEARING', b.bank, case s.kind when 'ARRIVAL' then -1 when 'RETURN' then 1 else 0 end),
                    ('SUSPENSE', b.bank, case when s.kind = 'CLAIM' then -1 when s.case_id is null then 1 else 0 end),
                    ('TRANSIT', t.province,
                        case when s.kind = 'RETURN' then -1 when s.case_id is not null then 1 else 0 end)
                ) x(account_kind, account_owner, direction)
                cross join lateral (select x.direction * b.amount_fen as amount_fen) signed
                where x.direction <> 0
            """;

    /** Sets that the facts ask for: a case's by its state, a bank credit's by what became of it and of its case. */
    static final String DUE = """
            due as (
                select t.case_id, cast(null as uuid) as bank_credit_id, k.kind, k.day
                from transfer_case t cross join lateral (values
                    ('RELEASE', t.side = 'OUT' and t.moved_on is not null, t.moved_on),
                    ('SETTLE', t.state = 'SETTLED', t.ended_on),
                    ('RESTORE', t.side = 'OUT' and t.state = 'RESTORED' and t.moved_on is not null, t.ended_on),
                    ('CREDIT', t.state = 'CREDITED', t.moved_on)
                ) k(kind, is_due, day) where k.is_due and t.account_fen + t.pooled_fen > 0
                union all
                select f.case_id, b.bank_credit_id, 'ARRIVAL', b.booked_on
                from bank_credit b left join expected_fund f on f.reference = b.reference and b.outcome in ('EXPECTED', 'SENT_BACK')
                where b.outcome <> 'RETURNED'
                union all
                select s.case_id, s.bank_credit_id, 'RETURN', greatest(t.ended_on, s.day)
                from entry_set s join transfer_case t using (case_id)
                where s.kind in ('ARRIVAL', 'CLAIM') and t.state = 'RESTORED'
            ), booked as (
                select coalesce(bank_credit_id, case_id) as fact, kind, case_id, day, entry_set_id from entry_set
                where receipt_id is null and interest_id is null and kind not in ('CLAIM', 'REFUND', 'REVERSAL')
            ), sets as (
                select kind, fact, s.entry_set_id, d.fact is not null as is_due,
                       s.day is distinct from d.day or s.case_id is distinct from d.case_id as differs
                from (select coalesce(bank_credit_id, case_id) as fact, * from due) d full join booked s using (kind, fact)
            ),
            """;

    /** The months of the forms, and those that are marked as moved or credited. */
    static final String MONTHS = """
            stated as (
                select t.case_id, month::date as month
                from transfer_case t cross join jsonb_array_elements(t.form -> 'rows') line
                cross join generate_series(to_date(line ->> 'from', 'YYYY-MM'), to_date(line ->> 'to', 'YYYY-MM'),
                                           interval '1 month') month
                where t.state in ('RELEASED', 'SETTLED', 'CREDITED')
            ), marked as (
                select moved_by as case_id, month from bill_month where moved_by is not null
                union all select moved_by, month from credited_month where moved_by is not null
                union all select case_id, month from credited_month
            ),
            """;

    /** More findings. */
    static final String FINDINGS = """
                select case when entry_set_id is null then 'TRANSFER_SET_MISSING'
                            when not is_due then 'TRANSFER_SET_UNEXPECTED' else 'TRANSFER_SET_DIFFERS' end,
                       null, entry_set_id, kind || ' ' || fact, null::bigint, null::bigint
                from sets where entry_set_id is null or not is_due or differs
                union all
                select 'TRANSIT_DIFFERS', null, null, 'TRANSIT ' || province, coalesce(o.open, 0), coalesce(e.total, 0)
                from (select account_owner as province, sum(amount_fen)::bigint as total
                      from entry where account_kind = 'TRANSIT' group by 1) e
                full join (
                    select t.province, sum(case t.state when 'RELEASED' then t.account_fen + t.pooled_fen
                                           else coalesce(f.received, 0) end)::bigint as open
                    from transfer_case t
                    left join (select case_id, sum(received_fen) as received from expected_fund group by 1) f using (case_id)
                    where t.state in ('RELEASED', 'EXPECTING') group by 1) o using (province)
                where coalesce(o.open, 0) <> coalesce(e.total, 0)
                union all
                select 'FUND_DIFFERS', null, null, f.reference, coalesce(b.total, 0)::bigint, f.received_fen
                from expected_fund f left join (
                    select b.reference, s.case_id, sum(b.amount_fen) as total
                    from bank_credit b join lateral (
                        select s.case_id from entry_set s where s.bank_credit_id = b.bank_credit_id
                        order by s.kind = 'ARRIVAL' limit 1) s on true
                    group by 1, 2) b on b.reference = f.reference and b.case_id is not distinct from f.case_id
                where f.received_fen <> coalesce(b.total, 0)
                union all
                select 'TRANSFER_MONTH_DIFFERS', null, null, case_id || ' ' || to_char(month, 'YYYY-MM'), null, null
                from stated s full join marked m using (case_id, month) where s.case_id is null or m.case_id is null
                union all
                select 'FORM_DIFFERS', null, null, case_id::text, round((form ->> 'total')::numeric * 100)::bigint,
                       account_fen + pooled_fen
                from transfer_case
                where round((form ->> 'account')::numeric * 100) <> account_fen
                   or round((form ->> 'pooled')::numeric * 100) <> pooled_fen
                   or round((form ->> 'total')::numeric * 100) <> account_fen + pooled_fen
                   or (form ->> 'contributionMonths')::int <> months
                union all
                select 'ORDER_DIFFERS', null, null, o.reference, t.account_fen + t.pooled_fen, o.amount_fen
                from payment_order o join transfer_case t using (case_id)
                where o.kind = 'TRANSFER' and o.amount_fen <> t.account_fen + t.pooled_fen
                union all
                select 'ORDER_DIFFERS', null, s.entry_set_id, coalesce(o.reference, b.reference), b.amount_fen, o.amount_fen
                from (select * from entry_set where kind = 'RETURN') s join bank_credit b using (bank_credit_id)
                full join (select * from payment_order where kind = 'RETURN') o using (bank_credit_id)
                where (b.amount_fen, b.bank, b.reference, s.case_id)
                    is distinct from (o.amount_fen, o.bank, o.reference, o.case_id)
                union all
                select 'MONEY_STRANDED', null, s.entry_set_id, b.reference, null, b.amount_fen
                from bank_credit b join expected_fund f using (reference) join transfer_case t on t.case_id = f.case_id
                join entry_set s on s.bank_credit_id = b.bank_credit_id and s.kind = 'ARRIVAL'
                where b.outcome = 'SUSPENDED' and t.state = 'RESTORED'
                  and not exists (select from entry_set c where c.bank_credit_id = b.bank_credit_id and c.kind = 'CLAIM')
                union all
                select 'SEAL_DIFFERS', null, null, coalesce(a.account_owner, t.person_id || '/' || t.scheme), null, null
                from (select account_owner, sealed_by from account_balance where account_kind = 'PERSON'
                      and (sealed_by is not null or credited <> '{}') and sealed_by is not null) a
                full join (select * from transfer_case where state in ('SEALED', 'RELEASED', 'SETTLED')) t
                    on t.case_id = a.sealed_by and a.account_owner = t.person_id || '/' || t.scheme
                where t.case_id is null or a.account_owner is null and t.state <> 'SETTLED'
                union all
                select 'CREDITED_DIFFERS', null, null, coalesce(a.account_owner, c.account_owner), null, null
                from (select account_owner, credited from account_balance where account_kind = 'PERSON'
                      and (sealed_by is not null or credited <> '{}') and credited <> '{}') a
                full join (select person_id || '/' || scheme as account_owner,
                                  range_agg(daterange(month, (month + interval '1 month')::date)) as credited
                           from credited_month group by 1) c using (account_owner)
                where a.credited is distinct from c.credited
                union all
                select x.kind, e.entry_set_id || '/' || e.line, e.entry_set_id,
                       e.account_kind || ' ' || e.account_owner, null, null
                from entry e join entry_set s using (entry_set_id) left join transfer_case t using (case_id)
                cross join lateral (values
                    ('ENTRY_DAY_DIFFERS', e.day is distinct from s.day),
                    ('ENTRY_PERSON_DIFFERS',
                        e.person_id is distinct from case when s.bank_credit_id is null then t.person_id end),
                    ('ENTRY_BILL_DIFFERS', e.bill_id is not null)
                ) x(kind, differs) where s.receipt_id is null and s.interest_id is null and s.kind not in ('REFUND', 'REVERSAL') and x.differs
                union all
            """;
}
