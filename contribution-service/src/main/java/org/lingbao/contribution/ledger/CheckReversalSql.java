package org.lingbao.contribution.ledger;

/**
 * The part of the ledger's proof that is about reversals: each undoes what its receipt has paid, once and whole, and its bill is no longer
 * paid by it.
 */
final class CheckReversalSql {
    private CheckReversalSql() {}

    /** More rows of {@code expected}. */
    static final String EXPECTED = """
                union all
                select s.entry_set_id, x.account_kind, x.account_owner, x.amount_fen
                from entry_set s join entry_set undone on undone.entry_set_id = s.corrects
                join receipt r on r.receipt_id = undone.receipt_id join bill b on b.bill_id = r.bill_id
                join reversal v on v.receipt_id = r.receipt_id
                cross join lateral (values
                    ('PERSON', r.person_id || '/' || b.scheme, -r.account_fen - r.subsidy_fen),
                    ('POOLED', b.place, -r.pooled_fen),
                    ('MEDICAL', b.place, -r.medical_fen),
                    ('GOVERNMENT', b.place, r.subsidy_fen),
                    (case when v.reason <> 'NEVER_TAKEN' then 'SUSPENSE' when r.channel = 'TAX_BUREAU' then 'TAX_BUREAU'
                          else 'BANK_CLEARING' end, r.bank, r.amount_fen)
                ) x(account_kind, account_owner, amount_fen)
                where s.kind = 'REVERSAL' and x.amount_fen <> 0
            """;

    /** More findings. */
    static final String FINDINGS = """
                select case when s.entry_set_id is null then 'REVERSAL_SET_MISSING' else 'REVERSAL_SET_UNEXPECTED' end,
                       null, s.entry_set_id, coalesce(v.receipt_number, cast(s.corrects as text)), v.amount_fen, null
                from (select v.entry_set_id, o.entry_set_id as undone, r.receipt_number, r.amount_fen
                      from reversal v join receipt r using (receipt_id) join entry_set o using (receipt_id)) v
                full join (select * from entry_set where kind = 'REVERSAL') s
                    on s.entry_set_id = v.entry_set_id and s.corrects = v.undone
                where s.entry_set_id is null or v.entry_set_id is null
                union all
                select 'REVERSAL_DIFFERS', null, null, r.receipt_number, r.amount_fen, null
                from reversal v join receipt r using (receipt_id) left join bill b on b.bill_id = r.bill_id
                where r.outcome <> 'PAID' or b.bill_id is null or b.paid_by is not null or b.withdrawn_on is distinct from v.reversed_on
                union all
                select x.kind, e.entry_set_id || '/' || e.line, e.entry_set_id,
                       e.account_kind || ' ' || e.account_owner, null, null
                from entry e join entry_set s using (entry_set_id) join reversal v using (entry_set_id)
                join receipt r on r.receipt_id = v.receipt_id
                cross join lateral (values
                    ('ENTRY_DAY_DIFFERS', e.day is distinct from s.day or s.day is distinct from v.reversed_on),
                    ('ENTRY_PERSON_DIFFERS', e.person_id is distinct from r.person_id),
                    ('ENTRY_BILL_DIFFERS', e.bill_id is distinct from r.bill_id)
                ) x(kind, differs) where x.differs
                union all
            """;
}
