package org.lingbao.contribution.suspense;

import org.lingbao.asking.scope.Reach;
import org.lingbao.contribution.ledger.Posting;

/** The statements about money in suspense. */
final class RefundSql {
    private RefundSql() {}

    private static String waiting(String day, String from, String condition) {
        return """
                select r.receipt_id, r.receipt_number, r.bank, r.reference, r.amount_fen, r.reasons, %s as booked_on, f.refund_id,
                       case when f.refund_id is null then 'OPEN' when f.executed_on is null then 'ORDERED'
                            else 'REFUNDED' end as state
                from %s left join refund f on f.receipt_id = r.receipt_id
                where %s and (cast($1 as uuid) is null or r.receipt_id > $1) and %s""".formatted(day, from, condition, Reach.condition("r.person_id", "false", 4));
    }

    private static final String SUSPENDED = waiting("r.booked_on", "receipt r", "r.outcome = 'SUSPENDED'");

    /** What had paid and was undone; there is hardly any. */
    private static final String REVERSED = waiting(
            "v.reversed_on",
            "reversal v cross join lateral (select * from receipt r where r.receipt_id = v.receipt_id offset 0) r",
            "v.reason <> 'NEVER_TAKEN'");

    /** After the receipt {@code $1}, at most {@code $2}, of the state {@code $3}; only what the caller may see. */
    static final String LIST = "select * from (" + SUSPENDED + " union all " + REVERSED
            + ") item where state = $3 order by receipt_id limit $2";

    /** The refund {@code $2} of the receipt with the number {@code $1}, on the day {@code $3}; no row: there is one, or nothing to refund. */
    static final String ORDER = """
            insert into refund (refund_id, receipt_id, payer, amount_fen, ordered_on)
            select $2, r.receipt_id, r.bank, r.amount_fen, $3 from receipt r
            where r.receipt_number = $1 and (r.outcome = 'SUSPENDED'
                or exists (select from reversal v where v.receipt_id = r.receipt_id and v.reason <> 'NEVER_TAKEN'))
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
                from executed e join receipt r using (receipt_id) left join reversal v using (receipt_id)
                join entry_set o using (receipt_id)
                join entry_set s on s.entry_set_id = coalesce(v.entry_set_id, o.entry_set_id)
            ), credit as (
                select p.entry_set_id, 'SUSPENSE' as account_kind, p.against_owner as account_owner, -e.amount_fen as amount_fen
                from executed e cross join posting p
            ), """ + Posting.partsOfRefund() + " select count(*) as sets from posting";
}
