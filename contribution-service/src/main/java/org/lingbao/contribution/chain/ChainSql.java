package org.lingbao.contribution.chain;

/**
 * The chain's statements.
 *
 * <p>Sets are sealed by the transaction that wrote them and their id, and only those whose transaction is older than every
 * one that still runs. So a set that is committed late keeps those waiting that belong after it, and is never itself
 * forgotten; whatever is behind the last link has a link, or was put there by somebody else.
 */
final class ChainSql {
    private ChainSql() {}

    /** Held until the transaction ends: in its own statement, so that the next one sees what the holder before has written. */
    static final String ALONE = "select pg_try_advisory_xact_lock(hashtextextended('ledger-chain', 0)) as alone";

    /** {@code $1}: what the seal before the first is made of. */
    private static final String LAST = """
            last as materialized (
                select * from (select position, written_in, entry_set_id, seal from chain_link
                               order by position desc limit 1) link
                union all
                select 0, '0', '00000000-0000-0000-0000-000000000000', sha256(convert_to($1, 'UTF8'))
                where not exists (select from chain_link)
            )""";

    /** The due sets, at most {@code $2}. That they have no link yet follows from where they stand; it is asked all the same. */
    private static final String DUE = """
            due as materialized (
                select s.* from last cross join lateral (
                    select * from entry_set s
                    where (s.written_in, s.entry_set_id) > (last.written_in, last.entry_set_id)
                      and s.written_in < pg_snapshot_xmin(pg_current_snapshot())
                    order by s.written_in, s.entry_set_id limit $2) s
                where not exists (select from chain_link l where l.entry_set_id = s.entry_set_id)
            )""";

    /** The canonical form, as docs/operating/ledger-chain.md has it. */
    private static final String FORMED = """
            entries as (
                select e.entry_set_id, string_agg(
                       'entry ' || e.line || ' ' || e.account_kind || ' ' || e.account_shard || ' ' || e.amount_fen
                           || ' ' || to_char(e.day, 'YYYY-MM-DD') || ' ' || coalesce(cast(e.person_id as text), '-')
                           || ' ' || coalesce(cast(e.bill_id as text), '-')
                           || ' ' || octet_length(e.account_owner) || ':' || e.account_owner || E'\\n', '' order by e.line)
                       as form
                from due join entry e using (entry_set_id) group by 1
            ), formed as (
                select row_number() over (order by s.written_in, s.entry_set_id) as nth, s.entry_set_id, s.written_in,
                       convert_to('set ' || s.entry_set_id || E'\\nkind ' || s.kind
                           || E'\\nday ' || to_char(s.day, 'YYYY-MM-DD') || E'\\n'
                           || coalesce('receipt ' || s.receipt_id || E'\\n', '')
                           || coalesce('case ' || s.case_id || E'\\n', '')
                           || coalesce('bank-credit ' || s.bank_credit_id || E'\\n', '')
                           || coalesce('corrects ' || s.corrects || E'\\n', '')
                           || coalesce('interest ' || s.interest_id || E'\\n', '')
                           || coalesce(e.form, ''), 'UTF8') as form
                from due s left join entries e using (entry_set_id)
            )""";

    /** Seals the next sets; returns how many, and the last link as it now is. */
    static final String SEAL = "with " + LAST + ", " + DUE + ", " + FORMED + """
            , sealed as (
                select nth, entry_set_id, written_in, seal_after(form) over (order by nth) as seal
                from (select 0 as nth, cast(null as uuid) as entry_set_id, cast(null as xid8) as written_in, seal as form
                      from last
                      union all select nth, entry_set_id, written_in, form from formed) begun
            ), linked as (
                insert into chain_link (position, entry_set_id, written_in, seal)
                select last.position + s.nth, s.entry_set_id, s.written_in, s.seal from sealed s cross join last
                where s.nth > 0 returning position, seal
            )
            select (select count(*) from linked) as sets, position, encode(seal, 'hex') as seal
            from (select position, seal from linked union all select position, seal from last) known
            order by position desc limit 1""";

    /** Keeps the seal that is told, unless the one before is younger than {@code $3} seconds; a row where it was kept. */
    static final String TELL = """
            insert into chain_head (position, seal) select cast($1 as bigint), decode(cast($2 as text), 'hex')
            where $1 > 0 and not exists (select from chain_head
                where position >= $1 or told_at > clock_timestamp() - make_interval(secs => $3::bigint))
            returning position""";

    /** {@code $1}: as in {@link #SEAL}. */
    static final String HEAD = "with " + LAST
            + " select last.position, encode(last.seal, 'hex') as seal, l.sealed_at from last left join chain_link l using (position)";

    /**
     * The links after position {@code $1}, at most {@code $2}, each with its set as it is now; and where they stand sets that
     * have none.
     */
    static final String PAGE = """
            with link as materialized (
                select position, written_in, entry_set_id, seal from chain_link
                where position > $1 order by position limit $2
            ), bound as (
                select coalesce(b.written_in, '0') as from_xid, e.written_in as to_xid, e.entry_set_id as to_id,
                       coalesce(b.entry_set_id, '00000000-0000-0000-0000-000000000000') as from_id
                from (select * from link order by position desc limit 1) e
                left join (select * from chain_link where position = $1) b on true
            ), stranger as (
                select s.entry_set_id, s.written_in from bound cross join lateral (
                    select entry_set_id, written_in from entry_set s
                    where (s.written_in, s.entry_set_id) > (from_xid, from_id)
                      and (s.written_in, s.entry_set_id) <= (to_xid, to_id)) s
                where not exists (select from chain_link l where l.entry_set_id = s.entry_set_id)
            )
            select l.position, l.entry_set_id, encode(l.seal, 'hex') as seal, s.kind, s.day,
                   json_strip_nulls(json_build_object('receipt', s.receipt_id, 'case', s.case_id,
                       'bank-credit', s.bank_credit_id, 'corrects', s.corrects, 'interest', s.interest_id))
                       as facts,
                   (select json_agg(json_build_object('line', e.line, 'account', e.account_kind, 'owner', e.account_owner,
                               'shard', e.account_shard, 'fen', e.amount_fen, 'day', to_char(e.day, 'YYYY-MM-DD'),
                               'person', e.person_id, 'bill', e.bill_id) order by e.line)
                    from entry e where e.entry_set_id = l.entry_set_id) as entries
            from (select position, written_in, entry_set_id, seal from link
                  union all select null, written_in, entry_set_id, null from stranger) l
            left join entry_set s using (entry_set_id)
            order by l.written_in, l.entry_set_id, l.position""";
}
