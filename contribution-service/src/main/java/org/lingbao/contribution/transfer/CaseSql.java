package org.lingbao.contribution.transfer;

import org.lingbao.contribution.ledger.Accounts;
import org.lingbao.contribution.ledger.Posting;

/**
 * What a case books. {@code $1} is the case, {@code $2} the business day; the caller holds the case's row and, where a person's
 * account is booked to, that account. Amounts, person and places are the row's, not the instruction's.
 */
final class CaseSql {
    private CaseSql() {}

    private static final String POSTING = """
            posting as materialized (
                select uuidv7() as entry_set_id, '%s' as kind, t.case_id, cast(null as uuid) as bank_credit_id,
                       %s as corrects, cast($2 as date) as day, t.person_id,
                       '%s' as against_kind, %s as against_owner
                from %s t where t.case_id = $1 and t.account_fen + t.pooled_fen <> 0
            ),
            """;

    /** Person and pooled fund, with the sign of what happens to them. */
    private static final String BOTH_FUNDS = """
            credit as (
                select p.entry_set_id, c.account_kind, c.account_owner, c.amount_fen
                from posting p join transfer_case t using (case_id) cross join lateral (values
                    ('PERSON', %1$s, %2$s t.account_fen),
                    ('POOLED', t.place, %2$s t.pooled_fen)
                ) c(account_kind, account_owner, amount_fen)
                where c.amount_fen <> 0
            ),
            """;

    private static final String TRANSIT = """
            credit as (
                select p.entry_set_id, 'TRANSIT' as account_kind, t.province as account_owner,
                       -(t.account_fen + t.pooled_fen) as amount_fen
                from posting p join transfer_case t using (case_id)
            ),
            """;

    private static final String NOTHING_CORRECTED = "cast(null as uuid)";

    /**
     * Person and pooled fund to transit, all months away, the order to the bank.
     * {@code $3}: the order's id; {@code $4}: the beginning of the reference; {@code $5}: the bank that pays.
     * Returns the reference and how many months went.
     */
    static final String RELEASE = "with "
            + POSTING.formatted("RELEASE", NOTHING_CORRECTED, "TRANSIT", "t.province", "transfer_case")
            + BOTH_FUNDS.formatted(Accounts.ownerOf("t.person_id", "t.scheme"), "-")
            + Posting.partsOfTransfer()
            + """
            , released as (
                update transfer_case set state = 'RELEASED', moved_on = $2,
                       reference = cast($4 as text) || to_char(nextval('transfer_reference_seq'), 'FM0000000000')
                where case_id = $1 returning *
            ), ordered as (
                insert into payment_order (order_id, reference, bank, kind, case_id, payee, payee_account, amount_fen,
                                           ordered_on)
                select $3, reference, $5, 'TRANSFER', case_id, province, payee_account, account_fen + pooled_fen, $2
                from released where account_fen + pooled_fen > 0
            ), paid_months as (
                update bill_month m set moved_by = $1 from released r, bill b
                where m.person_id = r.person_id and m.scheme = r.scheme and m.moved_by is null
                  and b.bill_id = m.bill_id and b.paid_by is not null
                returning m.month
            ), credited_months as (
                update credited_month m set moved_by = $1 from released r
                where m.person_id = r.person_id and m.scheme = r.scheme and m.moved_by is null
                returning m.month
            )
            select reference, (select count(*) from paid_months) + (select count(*) from credited_months) as months
            from released""";

    /** Transit to the bank that paid the order. */
    static final String SETTLE = "with ordered as (select t.*, o.bank from transfer_case t join payment_order o "
            + "on o.case_id = t.case_id and o.kind = 'TRANSFER'), "
            + POSTING.formatted("SETTLE", NOTHING_CORRECTED, "BANK_CLEARING", "t.bank", "ordered")
            + TRANSIT
            + Posting.partsOfTransfer()
            + " update transfer_case set state = 'SETTLED', ended_on = $2 where case_id = $1";

    /**
     * A relation that began after the one that moved keeps the account open. Its own statement, after the account's lock, so
     * that a relation that was opened meanwhile is seen.
     */
    static final String REOPEN = """
            select exists (select from transfer_case t join relation r using (person_id, scheme)
                where t.case_id = $1 and r.to_month is null and r.relation_id <> t.relation_id) as reopened""";

    /** Transit back to person and pooled fund, all months back, the order off unless it was executed. */
    static final String UNDO = "with "
            + POSTING.formatted(
                    "RESTORE",
                    "(select s.entry_set_id from entry_set s where s.case_id = t.case_id and s.kind = 'RELEASE')",
                    "TRANSIT",
                    "t.province",
                    "transfer_case")
            + BOTH_FUNDS.formatted(Accounts.ownerOf("t.person_id", "t.scheme"), "")
            + Posting.partsOfTransfer()
            + """
            , cancelled as (
                update payment_order set cancelled_on = $2
                where case_id = $1 and kind = 'TRANSFER' and executed_on is null
            ), paid_months as (
                update bill_month set moved_by = null where moved_by = $1
            ), credited_months as (
                update credited_month set moved_by = null where moved_by = $1
            )
            update transfer_case set state = 'RESTORED', ended_on = $2 where case_id = $1""";

    /** Only the case's row: there is nothing to undo, or it is undone by other statements. */
    static final String RESTORED = "update transfer_case set state = 'RESTORED', ended_on = $2 where case_id = $1";

    /**
     * Transit to person and pooled fund; the months, from the arrays {@code $3} to {@code $6}: month, place, base, closing
     * balance. The row has the form already.
     */
    static final String CREDIT = "with "
            + POSTING.formatted("CREDIT", NOTHING_CORRECTED, "TRANSIT", "t.province", "transfer_case")
            + BOTH_FUNDS.formatted(Accounts.ownerOf("t.person_id", "t.scheme"), "")
            + Posting.partsOfTransfer()
            + """
            insert into credited_month (case_id, month, person_id, scheme, place, base_fen, closing_fen)
            select t.case_id, m.month, t.person_id, t.scheme, m.place, m.base_fen, m.closing_fen
            from transfer_case t
            cross join unnest($3::date[], $4::text[], $5::bigint[], $6::bigint[]) m(month, place, base_fen, closing_fen)
            where t.case_id = $1""";
}
