package org.lingbao.contribution.ledger;

/**
 * The part of the ledger's proof that is about refunds: each that was executed undoes the suspense of its receipt, or of
 * the receipt's reversal, once and whole.
 */
final class CheckRefundSql {
    private CheckRefundSql() {}

    /** More rows of {@code expected}. */
    static final String EXPECTED = """
                union all
                select s.entry_set_id, x.account_kind, x.account_owner, x.amount_fen
                from entry_set s join entry_set undone on undone.entry_set_id = s.corrects
                left join entry_set paid on paid.entry_set_id = undone.corrects
                join receipt r on r.receipt_id = coalesce(undone.receipt_id, paid.receipt_id)
                cross join lateral (values
                    ('SUSPENSE', r.bank, -r.amount_fen),
                    (case r.channel when 'TAX_BUREAU' then 'TAX_BUREAU' else 'BANK_CLEARING' end, r.bank, r.amount_fen)
                ) x(account_kind, account_owner, amount_fen)
                where s.kind = 'REFUND'
            """;

    /** More findings. */
    static final String FINDINGS = """
                select case when s.entry_set_id is null then 'REFUND_SET_MISSING' else 'REFUND_SET_UNEXPECTED' end,
                       null, s.entry_set_id, coalesce(r.receipt_number, cast(s.corrects as text)), f.amount_fen, null
                from (select f.*, coalesce(v.entry_set_id, o.entry_set_id) as undone
                      from refund f join entry_set o using (receipt_id) left join reversal v using (receipt_id)
                      where f.executed_on is not null) f
                full join (select * from entry_set where kind = 'REFUND') s on s.corrects = f.undone
                left join receipt r on r.receipt_id = f.receipt_id
                where s.entry_set_id is null or f.refund_id is null
                union all
                select 'REFUND_DIFFERS', null, null, r.receipt_number, r.amount_fen, f.amount_fen
                from refund f join receipt r using (receipt_id)
                where r.outcome <> 'SUSPENDED'
                      and not exists (select from reversal v where v.receipt_id = r.receipt_id and v.reason <> 'NEVER_TAKEN')
                   or r.amount_fen <> f.amount_fen or r.bank <> f.payer
                union all
                select x.kind, e.entry_set_id || '/' || e.line, e.entry_set_id,
                       e.account_kind || ' ' || e.account_owner, null, null
                from entry e join entry_set s using (entry_set_id)
                join entry_set undone on undone.entry_set_id = s.corrects and s.kind = 'REFUND'
                left join entry_set paid on paid.entry_set_id = undone.corrects
                join receipt r on r.receipt_id = coalesce(undone.receipt_id, paid.receipt_id)
                join refund f on f.receipt_id = r.receipt_id
                cross join lateral (values
                    ('ENTRY_DAY_DIFFERS', e.day is distinct from s.day or s.day is distinct from f.executed_on),
                    ('ENTRY_PERSON_DIFFERS', e.person_id is distinct from r.person_id),
                    ('ENTRY_BILL_DIFFERS', e.bill_id is distinct from r.bill_id)
                ) x(kind, differs) where x.differs
                union all
            """;
}
