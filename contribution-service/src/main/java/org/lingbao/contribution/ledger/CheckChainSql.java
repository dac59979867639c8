package org.lingbao.contribution.ledger;

/**
 * The part of the ledger's proof that is about the hash chain: every set up to the last sealed one is sealed, and everything sealed is
 * there. What is in the sets the chain itself proves.
 */
final class CheckChainSql {
    private CheckChainSql() {}

    /** More findings. */
    static final String FINDINGS = """
                select 'SET_NOT_SEALED', null, s.entry_set_id, null, null, null
                from entry_set s left join chain_link l using (entry_set_id)
                where l.entry_set_id is null and (s.written_in, s.entry_set_id) <= (
                    select written_in, entry_set_id from chain_link order by position desc limit 1)
                union all
                select 'SET_GONE', null, l.entry_set_id, l.position::text, null, null
                from chain_link l left join entry_set s using (entry_set_id) where s.entry_set_id is null
                union all
            """;
}
