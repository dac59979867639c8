package org.lingbao.contribution.ledger;

/**
 * The part of the ledger's proof that is about interest: each difference has its set, and the differences of an account's year add up to
 * its interest, which the table's own constraint holds to the formula.
 */
final class CheckInterestSql {
    private CheckInterestSql() {}

    /** More rows of {@code expected}. */
    static final String EXPECTED = """
                union all
                select s.entry_set_id, x.account_kind, x.account_owner, x.amount_fen
                from entry_set s join interest i using (interest_id)
                cross join lateral (values
                    ('PERSON', i.person_id || '/' || i.scheme, i.difference_fen),
                    ('INTEREST', i.province, -i.difference_fen)
                ) x(account_kind, account_owner, amount_fen)
                where x.amount_fen <> 0
            """;

    /** More findings. */
    static final String FINDINGS = """
                select case when s.entry_set_id is null then 'INTEREST_SET_MISSING' else 'INTEREST_SET_UNEXPECTED' end,
                       null, s.entry_set_id, i.person_id || '/' || i.scheme || ' ' || i.year, i.difference_fen, null
                from interest i left join entry_set s using (interest_id)
                where (s.entry_set_id is null) = (i.difference_fen <> 0)
                union all
                select 'INTEREST_UNKNOWN', null, s.entry_set_id, null, null, null
                from entry_set s left join interest i using (interest_id)
                where s.interest_id is not null and i.interest_id is null
                union all
                select 'INTEREST_RUN_UNKNOWN', null, null, i.person_id || '/' || i.scheme || ' ' || i.year, null, null
                from interest i left join sweep r on r.sweep_id = i.run_id and r.kind = 'INTEREST' where r.sweep_id is null
                  and not exists (select from interest_run before where before.run_id = i.run_id)
                union all
                select 'INTEREST_DIFFERS', null, null, i.person_id || '/' || i.scheme || ' ' || i.year,
                       (array_agg(i.interest_fen order by i.revision desc))[1], sum(i.difference_fen)::bigint
                from interest i group by i.person_id, i.scheme, i.year
                having (array_agg(i.interest_fen order by i.revision desc))[1] <> sum(i.difference_fen)
                union all
                select x.kind, e.entry_set_id || '/' || e.line, e.entry_set_id,
                       e.account_kind || ' ' || e.account_owner, null, null
                from entry e join entry_set s using (entry_set_id) join interest i using (interest_id)
                cross join lateral (values
                    ('ENTRY_DAY_DIFFERS', e.day is distinct from s.day or s.day is distinct from i.credited_on),
                    ('ENTRY_PERSON_DIFFERS', e.person_id is distinct from i.person_id),
                    ('ENTRY_BILL_DIFFERS', e.bill_id is not null)
                ) x(kind, differs) where x.differs
                union all
            """;
}
