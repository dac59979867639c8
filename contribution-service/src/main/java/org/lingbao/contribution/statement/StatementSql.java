package org.lingbao.contribution.statement;

import org.lingbao.asking.scope.Reach;
import org.lingbao.contribution.consent.Consents;
import org.lingbao.contribution.ledger.Accounts;

/** The queries for a person's ({@code $1}) statement in a scheme ({@code $2}): each one query, whose condition says who may see it. */
final class StatementSql {
    private StatementSql() {}

    /**
     * What the account got ({@code fen}) and of which day that is. What was paid counts by the day of its booking, as the ledger has
     * it; interest by the last day of the year that earned it, whenever it was credited.
     */
    private static final String MOVES = """
            select 'PAID' as kind, p.booked_on as day, p.account_fen + p.subsidy_fen as fen
            from bill b join receipt p on p.receipt_id = b.paid_by
            where b.person_id in (select id from person) and b.scheme = r.scheme and b.withdrawn_on is null
            union all
            select 'INTEREST', make_date(i.year + 1, 1, 1) - 1, i.difference_fen
            from interest i where i.person_id in (select id from person) and i.scheme = r.scheme
            union all
            select 'TRANSFER_' || c.side, e.day, e.amount_fen
            from transfer_case c cross join lateral (
                select e.day, e.amount_fen from entry_set s join entry e on e.entry_set_id = s.entry_set_id
                where s.case_id = c.case_id and s.bank_credit_id is null and e.account_kind = 'PERSON' offset 0) e
            where c.person_id in (select id from person) and c.scheme = r.scheme""";

    /** Only what came since the year began is added up: what was before is the balance without it. */
    private static final String ACCOUNT = """
            cross join lateral (
                select coalesce(sum(fen) filter (where kind = 'PAID' and day < $4), 0)::bigint as paid_fen,
                       coalesce(sum(fen) filter (where kind = 'INTEREST' and day < $4), 0)::bigint as interest_fen,
                       coalesce(sum(fen) filter (where kind = 'TRANSFER_IN' and day < $4), 0)::bigint as arrived_fen,
                       coalesce(sum(fen) filter (where kind = 'TRANSFER_OUT' and day < $4), 0)::bigint as left_fen,
                       coalesce(sum(fen) filter (where day >= $4), 0)::bigint as later_fen
                from (%s) move where day >= $3) account""".formatted(MOVES);

    private static final String OF_YEAR = " and m.month >= $3 and m.month < $4";

    /** All of it. */
    static final String WHOLE = find("", "", "", 3);

    /** The months of a year, from the day {@code $3} to that before {@code $4}, and its account. */
    static final String YEAR = find(
            "account.paid_fen, account.interest_fen, account.arrived_fen, account.left_fen, account.later_fen,",
            ACCOUNT,
            OF_YEAR,
            5);

    /**
     * Of a month that was moved away and has come back, the former comes first. What was booked under an id that was merged is the
     * person's, too.
     *
     * @param columns more of them
     * @param from more to read them from
     * @param months which, of months {@code m}
     * @param reach the first parameter of who may see it
     */
    private static String find(String columns, String from, String months, int reach) {
        return """
            with person as materialized (select id from same_person($1))
            select r.person_id, a.balance_fen, %s
                   (select sum(c.pooled_fen)::bigint from transfer_case c
                    where c.person_id in (select id from person) and c.scheme = r.scheme and c.state = 'CREDITED'
                      and exists (select from credited_month m where m.case_id = c.case_id and m.moved_by is null))
                       as credited_pooled_fen,
                   (select json_agg(json_build_object('year', i.year, 'fen', i.interest_fen,
                               'rate', cast(i.rate as text), 'provisional', i.provisional) order by i.year)
                    from (select distinct on (year, person_id) * from interest
                          where person_id in (select id from person) and scheme = r.scheme
                          order by year, person_id, revision desc) i) as interest,
                   %s as beside, held.*
            from (select distinct survivor_of($1) as person_id, scheme from relation
                  where person_id in (select id from person) and scheme = $2) r
            left join lateral (
                select sum(b.balance_fen)::bigint as balance_fen from account_balance b
                where b.account_kind = 'PERSON' and b.account_shard = 0
                  and b.account_owner in (select %s from person)) a on true
            %s
            left join lateral (
                select m.month, b.place, b.standing, b.base_fen, b.account_fen, b.pooled_fen, p.receipt_number,
                       null as came_from, t.province as went_to
                from bill_month m join bill b using (bill_id) join receipt p on p.receipt_id = b.paid_by
                left join transfer_case t on t.case_id = m.moved_by
                where m.person_id in (select id from person) and m.scheme = r.scheme%s
                union all
                select m.month, m.place, null, m.base_fen, null, null, null, c.province, t.province
                from credited_month m join transfer_case c using (case_id)
                left join transfer_case t on t.case_id = m.moved_by
                where m.person_id in (select id from person) and m.scheme = r.scheme%s) held on true
            where %s
            order by held.month, held.went_to is null""".formatted(
                columns,
                Beside.FOUND,
                Accounts.ownerOf("person.id", "r.scheme"),
                from,
                months,
                months,
                Reach.condition("r.person_id", Consents.given("r.person_id", Consents.STATEMENT_AT_TERMINAL), reach));
    }
}
