package org.lingbao.contribution.payment;

import org.lingbao.contribution.ledger.Accounts;
import org.lingbao.contribution.ledger.Posting;
import org.lingbao.platform.outbox.EventType;
import org.lingbao.platform.outbox.Outbox;

/**
 * The statement that books a payment: one round trip, one transaction.
 *
 * <p>It locks the bill first, so of two reports for one bill the second sees what became of the first; then decides;
 * then tries to write the receipt. If bank and reference are known already nothing is written at all and no row comes
 * back: the receipt that is there cannot be read here, for it may have been committed after this statement's snapshot
 * was taken, and {@link #FIND} is asked in a second statement. Locks are taken in one order by all: bill, reference,
 * balances by key, the person's outbox key.
 */
final class PaymentSql {
    /** Key: the person. */
    static final EventType MONTH_PAID = new EventType("contribution", "person", "month-paid", 1);

    private PaymentSql() {}

    /** The decision: every reason why the money cannot be booked to the bill; none, and it is booked. */
    private static final String DECIDE = """
            with asked as (
                select * from bill where bill_id = $9 for update
            ), decided as materialized (
                select a.*,
                       array_remove(array[
                           case when a.paid_by is not null then 'ALREADY_PAID' end,
                           case when a.amount_fen <> $10 then 'AMOUNT_DIFFERS' end,
                           case when a.bill_id is null then 'BILL_UNKNOWN' end,
                           case when a.payable_until < $12 then 'MONTH_CLOSED' end], null) as reasons
                from (select) always left join asked a on true
            ),
            """;

    private static final String WRITE = """
            receipt_new as (
                insert into receipt (receipt_id, receipt_number, verification_code, bank, terminal, reference,
                                     body_hash, payer, bill_id, amount_fen, occurred_at, paid_on, booked_on,
                                     person_id, outcome, reasons, account_fen, pooled_fen, medical_fen)
                select $1, cast($2 as text) || to_char(nextval('receipt_number_seq'), 'FM0000000000'), $3, $4, $5, $6,
                       $7, $8, $9, $10, $11, $12, $13,
                       d.person_id, case when o.paid then 'PAID' else 'SUSPENDED' end, d.reasons,
                       case when o.paid then d.months * d.account_fen else 0 end,
                       case when o.paid then d.months * d.pooled_fen else 0 end,
                       case when o.paid then d.months * d.medical_fen else 0 end
                from decided d cross join lateral (select d.reasons = '{}' as paid) o
                on conflict (bank, reference) do nothing
                returning *
            ), bill_paid as (
                update bill b set paid_by = r.receipt_id
                from receipt_new r where r.outcome = 'PAID' and b.bill_id = r.bill_id
            ),
            """;

    private static final String CREDIT = """
            posting as (
                select cast($14 as uuid) as entry_set_id,
                       case r.outcome when 'PAID' then 'PAYMENT' else 'SUSPENSE' end as kind,
                       r.receipt_id, r.booked_on as day, r.person_id, r.bill_id,
                       'BANK_CLEARING' as against_kind, r.bank as against_owner
                from receipt_new r
            ), credit as (
                select p.entry_set_id, c.account_kind, c.account_owner, c.amount_fen
                from posting p cross join receipt_new r cross join decided d cross join lateral (values
                    ('PERSON', %s, r.account_fen),
                    ('POOLED', d.place, r.pooled_fen),
                    ('MEDICAL', d.place, r.medical_fen),
                    ('SUSPENSE', r.bank, case r.outcome when 'SUSPENDED' then r.amount_fen else 0 end)
                ) c(account_kind, account_owner, amount_fen)
                where c.amount_fen <> 0
            ),
            """.formatted(Accounts.ownerOf("d.person_id", "d.scheme"));

    /** Reads from {@code balance_new}, so that the event takes its place when all other locks are held. */
    private static final String TOLD =
            """
            , told as (
                select cast($15 as uuid) as event_id, r.receipt_id, r.paid_on, d.*
                from receipt_new r cross join decided d
                cross join (select count(*) as balances from balance_new) written
                where r.outcome = 'PAID' and written.balances > 0
            ), event as (%s)
            """.formatted(Outbox.insertOf(MONTH_PAID, "event_id", "person_id", payload(), "told"));

    private static final String ANSWER = "select " + Receipt.COLUMNS + " from receipt_new r cross join decided b";

    /** Returns the new receipt; no row: the reference is known. */
    static final String BOOK = DECIDE + WRITE + CREDIT + Posting.parts() + TOLD + ANSWER;

    /** The receipt of a bank's reference, and whether it is of this very report. */
    static final String FIND = "select " + Receipt.COLUMNS + """
            , r.body_hash = $3 as same_body
            from receipt r left join bill b on b.bill_id = r.bill_id
            where r.bank = $1 and r.reference = $2""";

    private static String payload() {
        return """
                cast(json_build_object(
                    'personId', person_id, 'scheme', scheme, 'place', place,
                    'months', (select json_agg(to_char(first_month + make_interval(months => later), 'YYYY-MM')
                                               order by later)
                               from generate_series(0, months - 1) later),
                    'base', %s, 'pension', %s, 'account', %s, 'pooled', %s,
                    'receiptId', receipt_id, 'paidOn', paid_on) as text)""".formatted(
                        yuan("base_fen"), yuan("account_fen + pooled_fen"), yuan("account_fen"), yuan("pooled_fen"));
    }

    private static String yuan(String fen) {
        return "cast(cast((%s) / 100.0 as numeric(20, 2)) as text)".formatted(fen);
    }
}
