package org.lingbao.contribution.suspense;

import org.lingbao.asking.scope.Reach;
import org.lingbao.contribution.ledger.Posting;

/** The statements about money in suspense. */
final class RefundSql {
    private RefundSql() {}

    /** After the receipt {@code $1}, at most {@code $2}, of the state {@code $3}; only what the caller may see. */
    static final String LIST = """
            select * from (
                select r.receipt_id, r.receipt_number, r.bank, r.reference, r.amount_fen, r.reasons, r.booked_on, f.refund_id,
                       case when f.refund_id is null then 'OPEN' when f.executed_on is null then 'ORDERED'
                            else 'REFUNDED' end as state
                from receipt r left join refund f using (receipt_id)
                where r.outcome = 'SUSPENDED' and (cast($1 as uuid) is null or r.receipt_id > $1) and %s) item
            where state = $3 order by receipt_id limit $2""".formatted(Reach.condition("r.person_id", "false", 4));

    /** The refund {@code $2} of the receipt with the number {@code $1}, on the day {@code $3}; no row: there is one, or nothing to refund. */
    static final String ORDER = """
            insert into refund (refund_id, receipt_id, payer, amount_fen, ordered_on)
            select $2, receipt_id, bank, amount_fen, $3 from receipt where receipt_number = $1 and outcome = 'SUSPENDED'
            on conflict (receipt_id) do nothing""";

    private static final String FROM = " from refund f join receipt r using (receipt_id) ";

    static final String OF_RECEIPT = "select " + RefundView.COLUMNS + FROM + "where r.receipt_number = $1";

    static final String IS_RECEIPT = "select from receipt where receipt_number = $1";

    static final String OPEN = "select " + RefundView.COLUMNS + FROM + """
            where f.payer = $1 and f.executed_on is null and (cast($2 as uuid) is null or f.refund_id > $2)
            order by f.refund_id limit $3""";

    static final String OF_PAYER = "select " + RefundView.COLUMNS + FROM + "where f.refund_id = $1 and f.payer = $2";

    /**
     * The payer {@code $2} has given back what {@code $1} orders, on the day {@code $3}, under the number {@code $4}: the entries of
     * the suspense are undone by a set {@code $5} that names the one which it undoes. It changes nothing where that is known, or
     * where the number stands for another refund.
     */
    static final String EXECUTE = """
            with executed as (
                update refund set executed_on = $3, serial = $4
                where refund_id = $1 and payer = $2 and executed_on is null
                  and not exists (select from refund other where other.payer = $2 and other.serial = $4)
                returning receipt_id, amount_fen
            ), posting as (
                select cast($5 as uuid) as entry_set_id, 'REFUND' as kind, s.entry_set_id as corrects, cast($3 as date) as day,
                       r.person_id, r.bill_id, r.bank as against_owner,
                       case r.channel when 'TAX_BUREAU' then 'TAX_BUREAU' else 'BANK_CLEARING' end as against_kind
                from executed e join receipt r using (receipt_id) join entry_set s using (receipt_id)
            ), credit as (
                select p.entry_set_id, 'SUSPENSE' as account_kind, p.against_owner as account_owner, -e.amount_fen as amount_fen
                from executed e cross join posting p
            ), """ + Posting.partsOfRefund() + " select count(*) as sets from posting";
}
