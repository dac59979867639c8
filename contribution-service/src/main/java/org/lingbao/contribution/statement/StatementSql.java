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
            select 'PAID' as kind, r.booked_on as day, r.account_fen + r.subsidy_fen as fen
            from bill b join receipt r on r.receipt_id = b.paid_by
            where b.person_id = any (p.ids) and b.scheme = $2 and b.withdrawn_on is null
            union all
            select 'INTEREST', make_date(i.year + 1, 1, 1) - 1, i.difference_fen
            from interest i where i.person_id = any (p.ids) and i.scheme = $2
            union all
            select 'TRANSFER_' || c.side, e.day, e.amount_fen
            from transfer_case c cross join lateral (
                select e.day, e.amount_fen from entry_set s join entry e on e.entry_set_id = s.entry_set_id
                where s.case_id = c.case_id and s.bank_credit_id is null and e.account_kind = 'PERSON' offset 0) e
            where c.person_id = any (p.ids) and c.scheme = $2""";

    /** Only what came since the year began is added up: what was before is the balance without it. */
    private static final String ACCOUNT = """
            cross join lateral (
                select coalesce(sum(fen) filter (where kind = 'PAID' and day < $4), 0)::bigint as paid_fen,
                       coalesce(sum(fen) filter (where kind = 'INTEREST' and day < $4), 0)::bigint as interest_fen,
                       coalesce(sum(fen) filter (where kind = 'TRANSFER_IN' and day < $4), 0)::bigint as arrived_fen,
                       coalesce(sum(fen) filter (where kind = 'TRANSFER_OUT' and day < $4), 0)::bigint as left_fen,
                       coalesce(sum(fen) filter (where day >= $4), 0)::bigint as later_fen
                from (%s) move where day >= $3) account""".formatted(MOVES);

    private static final String PERSON = "p.person_id";

    private static final String OF_YEAR = " and m.month >= $3 and m.month < $4";

    /** All of it. */
    static final String WHOLE = find("", "", "", anybody(3));

    /** The same for the person's own eyes. */
    static final String OWN_WHOLE = find("", "", "", Reach.ownCondition(PERSON, 3));

    /** The months of a year, from the day {@code $3} to that before {@code $4}, and its account. */
    static final String YEAR = find(
            "account.paid_fen, account.interest_fen, account.arrived_fen, account.left_fen, account.later_fen,",
            ACCOUNT,
            OF_YEAR,
            anybody(5));

    /** The months after {@code $3}, or from the first on where that is null: {@code $4} of them. */
    static final String MONTHS =
            find("", "", " and (cast($3 as date) is null or m.month > $3)", anybody(5)) + " limit $4";

    private static String anybody(int from) {
        return Reach.condition(PERSON, Consents.given(PERSON, Consents.STATEMENT_AT_TERMINAL), from);
    }

    /**
     * Of a month that was moved away and has come back, the former comes first. What was booked under an id that was merged is the
     * person's, too. What is told once is found once, before the months are joined to it.
     *
     * @param columns more of them
     * @param from more to read them from
     * @param months which, of months {@code m}
     * @param reach who may see it
     */
    private static String find(String columns, String from, String months, String reach) {
        return """
            with person as materialized (
                select survivor_of($1) as person_id, array_agg(id) as ids, array_agg(%s) as accounts
                from same_person($1)
            ), told as materialized (
                select p.person_id, %s
                       (select sum(b.balance_fen)::bigint from account_balance b
                        where b.account_kind = 'PERSON' and b.account_shard = 0 and b.account_owner = any (p.accounts))
                           as balance_fen,
                       (select sum(c.pooled_fen)::bigint from transfer_case c
                        where c.person_id = any (p.ids) and c.scheme = $2 and c.state = 'CREDITED'
                          and exists (select from credited_month m where m.case_id = c.case_id and m.moved_by is null))
                           as credited_pooled_fen,
                       (select json_agg(json_build_object('year', i.year, 'fen', i.interest_fen,
                                   'rate', cast(i.rate as text), 'provisional', i.provisional) order by i.year)
                        from (select distinct on (year, person_id) * from interest
                              where person_id = any (p.ids) and scheme = $2
                              order by year, person_id, revision desc) i) as interest,
                       %s as beside
                from person p %s
                where exists (select from relation r where r.person_id = any (p.ids) and r.scheme = $2) and %s
            )
            select told.*, held.*
            from told cross join person p
            left join lateral (
                select m.month, b.place, b.standing, b.base_fen, b.account_fen, b.pooled_fen, b.medical_fen, r.receipt_number,
                       null as came_from, t.province as went_to
                from bill_month m join bill b using (bill_id) join receipt r on r.receipt_id = b.paid_by
                left join transfer_case t on t.case_id = m.moved_by
                where m.person_id = any (p.ids) and m.scheme = $2%s
                union all
                select m.month, m.place, null, m.base_fen, null, null, null, null, c.province, t.province
                from credited_month m join transfer_case c using (case_id)
                left join transfer_case t on t.case_id = m.moved_by
                where m.person_id = any (p.ids) and m.scheme = $2%s) held on true
            order by held.month, held.went_to is null""".formatted(
                        Accounts.ownerOf("id", "cast($2 as text)"), columns, Beside.FOUND, from, reach, months, months);
    }
}
