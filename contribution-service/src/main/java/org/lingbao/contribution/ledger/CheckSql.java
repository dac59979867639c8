package org.lingbao.contribution.ledger;

/**
 * The proof of the ledger as one statement, and so over one snapshot: postings may go on meanwhile.
 *
 * <p>What every entry of a receipt must be follows from the receipt, and of a transfer from its case
 * ({@link CheckTransferSql}). An entry that differs is named. Where neither
 * says it, an entry is named whose set and whose account are off by the same amount: only that entry is in both.
 */
final class CheckSql {
    private CheckSql() {}

    private static final String OFF = """
            with set_off as (
                select entry_set_id, sum(amount_fen)::bigint as off from entry group by 1 having sum(amount_fen) <> 0
            ), account_off as (
                select account_kind, account_owner, account_shard,
                       coalesce(b.balance_fen, 0) as balance, coalesce(e.total, 0)::bigint as total
                from account_balance b
                full join (select account_kind, account_owner, account_shard, sum(amount_fen) as total
                           from entry group by 1, 2, 3) e using (account_kind, account_owner, account_shard)
                where coalesce(b.balance_fen, 0) <> coalesce(e.total, 0)
            ),
            """;

    private static final String EXPECTED = """
            expected as (
                select s.entry_set_id, x.account_kind, x.account_owner, x.amount_fen
                from receipt r join entry_set s using (receipt_id) left join bill b on b.bill_id = r.bill_id
                cross join lateral (values
                    (case r.channel when 'TAX_BUREAU' then 'TAX_BUREAU' else 'BANK_CLEARING' end,
                     r.bank, -r.amount_fen),
                    ('PERSON', r.person_id || '/' || b.scheme, r.account_fen + r.subsidy_fen),
                    ('POOLED', b.place, r.pooled_fen),
                    ('MEDICAL', b.place, r.medical_fen),
                    ('GOVERNMENT', b.place, -r.subsidy_fen),
                    ('SUSPENSE', r.bank, case r.outcome when 'SUSPENDED' then r.amount_fen else 0 end)
                ) x(account_kind, account_owner, amount_fen)
                where x.amount_fen <> 0
            """ + CheckTransferSql.EXPECTED + CheckInterestSql.EXPECTED
            + CheckRefundSql.EXPECTED + CheckReversalSql.EXPECTED + """
            ), compared as (
                select coalesce(e.entry_set_id, x.entry_set_id) as entry_set_id, e.line,
                       coalesce(e.account_kind, x.account_kind) as account_kind,
                       coalesce(e.account_owner, x.account_owner) as account_owner, e.account_shard,
                       x.amount_fen as expected, e.amount_fen as found
                from entry e full join expected x using (entry_set_id, account_kind, account_owner)
            ),
            """;

    private static final String FINDINGS = """
            finding as (
                select 'ENTRY_CHANGED' as kind, entry_set_id || '/' || line as entry_id, entry_set_id,
                       account_kind || ' ' || account_owner as account, expected, found
                from compared where line is not null and expected <> found
                union all
                select 'ENTRY_CHANGED', c.entry_set_id || '/' || c.line, c.entry_set_id,
                       c.account_kind || ' ' || c.account_owner, c.found - s.off, c.found
                from compared c join set_off s using (entry_set_id)
                join account_off a using (account_kind, account_owner, account_shard)
                where c.expected is null and a.total - a.balance = s.off
                union all
                select 'ENTRY_MISSING', null, entry_set_id, account_kind || ' ' || account_owner, expected, 0
                from compared where line is null
                union all
                select 'ENTRY_UNEXPECTED', entry_set_id || '/' || line, entry_set_id,
                       account_kind || ' ' || account_owner, 0, found
                from compared where expected is null and entry_set_id in (select entry_set_id from expected)
                union all
                select 'ENTRY_WITHOUT_SET', e.entry_set_id || '/' || e.line, e.entry_set_id,
                       e.account_kind || ' ' || e.account_owner, null, e.amount_fen
                from entry e left join entry_set s using (entry_set_id) where s.entry_set_id is null
                union all
                select 'SET_NOT_ZERO', null, entry_set_id, null, 0, off from set_off
                union all
                select 'SET_WITHOUT_RECEIPT', null, s.entry_set_id, null, null, null
                from entry_set s left join receipt r using (receipt_id)
                where s.receipt_id is not null and r.receipt_id is null
                union all
                select 'BALANCE_DIFFERS', null, null,
                       account_kind || ' ' || account_owner || ' #' || account_shard, total, balance from account_off
                union all
                select 'RECEIPT_WITHOUT_ENTRIES', null, null, r.receipt_number, r.amount_fen, 0
                from receipt r where not exists (select from entry_set s where s.receipt_id = r.receipt_id)
                union all
                select 'RECEIPT_WITHOUT_BILL', null, null, r.receipt_number, r.amount_fen, b.amount_fen
                from receipt r left join bill b on b.bill_id = r.bill_id and b.paid_by = r.receipt_id
                where r.outcome = 'PAID' and b.amount_fen is distinct from r.amount_fen
                  and not exists (select from reversal v where v.receipt_id = r.receipt_id)
                union all
                select 'BILL_WITHOUT_RECEIPT', null, null, b.bill_id::text, b.amount_fen, null
                from bill b left join receipt r
                    on r.receipt_id = b.paid_by and r.bill_id = b.bill_id and r.outcome = 'PAID'
                where b.paid_by is not null and r.receipt_id is null
                union all
            """;

    /** Whether entry, set, receipt, bill and the bill's months tell of the same day, person and months, each month once. */
    private static final String DISAGREEMENTS = """
                select x.kind, e.entry_set_id || '/' || e.line, e.entry_set_id,
                       e.account_kind || ' ' || e.account_owner, null, null
                from entry e join entry_set s using (entry_set_id) join receipt r using (receipt_id)
                cross join lateral (values
                    ('ENTRY_DAY_DIFFERS', e.day is distinct from r.booked_on),
                    ('ENTRY_PERSON_DIFFERS', e.person_id is distinct from r.person_id),
                    ('ENTRY_BILL_DIFFERS', e.bill_id is distinct from r.bill_id)
                ) x(kind, differs) where x.differs
                union all
                select 'SET_DAY_DIFFERS', null, s.entry_set_id, r.receipt_number, null, null
                from entry_set s join receipt r using (receipt_id) where s.day <> r.booked_on
                union all
                select 'RECEIPT_PERSON_DIFFERS', null, null, r.receipt_number, null, null
                from receipt r join bill b using (bill_id) where r.person_id is distinct from b.person_id
                union all
                select 'RECEIPT_CHANNEL_DIFFERS', null, null, r.receipt_number, null, null
                from receipt r join bill b using (bill_id)
                where r.outcome = 'PAID' and r.channel <> all (b.channels)
                union all
                select 'BILL_MONTH_DIFFERS', null, null, coalesce(billed.bill_id, taken.bill_id)
                           || ' ' || to_char(coalesce(billed.month, taken.month), 'YYYY-MM'), null, null
                from (select b.bill_id, b.person_id, b.scheme,
                             (b.first_month + make_interval(months => later))::date as month
                      from bill b cross join lateral generate_series(0, b.months - 1) later
                      where b.withdrawn_on is null and b.kind = 'MONTHS') billed
                full join bill_month taken using (bill_id, person_id, scheme, month)
                where billed.bill_id is null or taken.bill_id is null
                union all
                select 'BILL_PLAN_UNKNOWN', null, null, cast(b.bill_id as text), null, null
                from bill b left join plan p using (plan_id) where b.plan_id is not null and p.plan_id is null
                union all
                select 'MONTH_COUNTED_TWICE', null, null, c.person_id || '/' || c.scheme
                           || ' ' || to_char(c.month, 'YYYY-MM'), null, null
                from credited_month c join bill_month m using (person_id, scheme, month) join bill b using (bill_id)
                where c.moved_by is null and m.moved_by is null and b.paid_by is not null
            )
            """;

    /**
     * Rows: first the findings (at most {@code $1}), then one COUNT, one SEALED, then one TOTAL per kind of account, and one MOVED per
     * shared account and day since a week before the last day of which totals are kept: a clock may have been set back.
     */
    static final String ALL = OFF
            + EXPECTED
            + CheckTransferSql.DUE
            + CheckTransferSql.MONTHS
            + FINDINGS
            + CheckTransferSql.FINDINGS
            + CheckInterestSql.FINDINGS
            + CheckRefundSql.FINDINGS
            + CheckReversalSql.FINDINGS
            + CheckChainSql.FINDINGS
            + DISAGREEMENTS
            + """
            (select 'FINDING' as part, kind, entry_id, entry_set_id, account, expected, found
             from finding order by entry_id is null, kind, entry_set_id, entry_id, account limit $1)
            union all
            select 'COUNT', null, null, null, null,
                   (select count(*) from entry_set), (select count(*) from entry)
            union all
            select 'SEALED', null, null, null, null, null, (select coalesce(max(position), 0) from chain_link)
            union all
            (select 'TOTAL', account_kind, null, null, null, null, sum(amount_fen)::bigint
             from entry group by account_kind order by account_kind)
            union all
            (select 'MOVED', account_kind, account_owner, null, cast(day as text), null, sum(amount_fen)::bigint
             from entry where account_kind <> 'PERSON' and day >= coalesce((select max(day) - 7 from ledger_total), '-infinity')
             group by day, account_kind, account_owner order by day, account_kind, account_owner)""";
}
