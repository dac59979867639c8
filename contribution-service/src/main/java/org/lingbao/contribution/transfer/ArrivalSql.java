package org.lingbao.contribution.transfer;

import org.lingbao.contribution.ledger.Posting;

/** What is booked of money that arrived: one entry set for each of the bank's credits, whatever happens to it. */
final class ArrivalSql {
    private ArrivalSql() {}

    /** {@code $1}: the case, or null; {@code $2}: the business day. */
    private static final String POSTING = """
            posting as materialized (
                select uuidv7() as entry_set_id, '%s' as kind, cast($1 as uuid) as case_id, b.bank_credit_id,
                       cast(null as uuid) as corrects, cast($2 as date) as day, cast(null as uuid) as person_id,
                       '%s' as against_kind, b.bank as against_owner
                from %s b
            ),
            """;

    private static final String TO_TRANSIT = """
            credit as (
                select p.entry_set_id, 'TRANSIT' as account_kind, t.province as account_owner, %s b.amount_fen as amount_fen
                from posting p join transfer_case t using (case_id) join bank_credit b using (bank_credit_id)
            ),
            """;

    /** Out of suspense what came under the reference {@code $3} before its case was known. */
    static final String CLAIM = """
            with waiting as (
                select b.* from bank_credit b join entry_set s using (bank_credit_id)
                where b.reference = $3 and b.outcome = 'SUSPENDED' and s.kind = 'ARRIVAL'
                  and not exists (select from entry_set c where c.bank_credit_id = b.bank_credit_id and c.kind = 'CLAIM')
            ),
            """
            + POSTING.formatted("CLAIM", "SUSPENSE", "waiting")
            + TO_TRANSIT.formatted("")
            + Posting.partsOfTransfer()
            + " select count(*) as claimed from posting";

    /** Out of transit to the bank again, each with an order to pay it to where it came from. */
    private static final String BACK = POSTING.formatted("RETURN", "BANK_CLEARING", "arrived")
            + TO_TRANSIT.formatted("-")
            + Posting.partsOfTransfer()
            + """
            , ordered as (
                insert into payment_order (order_id, reference, bank, kind, case_id, bank_credit_id, payee, amount_fen, ordered_on)
                select uuidv7(), b.reference, b.bank, 'RETURN', t.case_id, b.bank_credit_id, t.province, b.amount_fen, $2
                from arrived b join transfer_case t on t.case_id = $1
            )
            """;

    /** All that arrived for the case goes back, and the case ends. */
    static final String RETURN =
            """
            with arrived as (
                select b.* from bank_credit b join entry_set s using (bank_credit_id)
                where s.case_id = $1 and s.kind in ('ARRIVAL', 'CLAIM')
            ),
            """ + BACK + "update transfer_case set state = 'RESTORED', ended_on = $2 where case_id = $1";

    /** A credit that arrived for a case that had ended, {@code $3} its id: it alone goes back, too. */
    static final String RETURN_LATE = "with arrived as (select * from bank_credit where bank_credit_id = $3), "
            + BACK
            + "select count(*) as booked from posting";

    /** A credit of the bank that a case awaits, or awaited, {@code $3} its id: from the bank to transit. */
    static final String EXPECTED = "with arrived as (select * from bank_credit where bank_credit_id = $3), "
            + POSTING.formatted("ARRIVAL", "BANK_CLEARING", "arrived")
            + TO_TRANSIT.formatted("")
            + Posting.partsOfTransfer()
            + " select count(*) as booked from posting";

    /** The same that no case awaits: from the bank to suspense. */
    static final String SUSPENDED = "with arrived as (select * from bank_credit where bank_credit_id = $3), "
            + POSTING.formatted("ARRIVAL", "BANK_CLEARING", "arrived")
            + """
            credit as (
                select p.entry_set_id, 'SUSPENSE' as account_kind, b.bank as account_owner, b.amount_fen
                from posting p join bank_credit b using (bank_credit_id)
            ),
            """
            + Posting.partsOfTransfer()
            + " select count(*) as booked from posting";
}
