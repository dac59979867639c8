package org.lingbao.contribution.payment;

import org.lingbao.contribution.ledger.Accounts;
import org.lingbao.contribution.ledger.Posting;
import org.lingbao.platform.outbox.EventType;
import org.lingbao.platform.outbox.Outbox;

/**
 * The statement that books reports of money, one or many: one round trip, one transaction.
 *
 * <p>It locks the bills first, so of two reports for one bill the second sees what became of the first; then the accounts,
 * so that it sees a seal that was set while it waited; then decides; then tries to write the receipts. Where collector and
 * reference are known already nothing is written and no row comes back: the receipt that is there cannot be read here, for
 * it may have been committed after this statement's snapshot was taken, and {@link #FIND} is asked in a second statement.
 * Locks are taken in one order by all: bills by id, accounts by owner, references, balances by key, the persons' outbox
 * keys.
 */
final class PaymentSql {
    /** Key: the person. */
    static final EventType MONTH_PAID = new EventType("contribution", "person", "month-paid", 1);

    /** Key: the person. */
    private static final EventType MONTHS_ADJUSTED = new EventType("contribution", "person", "months-adjusted", 1);

    /** Key: the person. */
    private static final EventType YEAR_PAID = new EventType("contribution", "person", "year-paid", 1);

    private PaymentSql() {}

    /** What terminals report, as the columns of {@link BookPayment}: each bill and each reference once. */
    private static final String REPORTED = """
            with reported as (
                select r.*, $1::text as number_prefix, 'BANK_TERMINAL' as channel, '' as area, $2::date as booked_on,
                       '' as found
                from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[],
                            $10::bytea[], $11::text[], $12::uuid[], $13::bigint[], $14::timestamptz[], $15::date[],
                            $16::text[], $17::bytea[])
                    with ordinality r(receipt_id, entry_set_id, event_id, verification_code, collector, terminal,
                                      reference, body_hash, payer, for_bill, taken_fen, occurred_at, paid_on, trace,
                                      payer_index, position)
            ),
            """;

    /**
     * What a tax bureau collected, as the columns of {@link BookCollections}, without the vouchers that are booked: no
     * other transaction of the bureau runs beside this one. What was found wrong before comes with it.
     */
    private static final String MANY = """
            with reported as (
                select r.*, $1::text as number_prefix, 'TAX_BUREAU' as channel, $2::text as area, $3::text as collector,
                       null::text as terminal, $15::text as payer, null::bytea as payer_index, $4::date as booked_on,
                       $17::text as trace
                from unnest($5::uuid[], $6::uuid[], $7::uuid[], $8::text[], $9::text[], $10::bytea[], $11::uuid[],
                            $12::bigint[], $13::timestamptz[], $14::date[], $16::text[])
                    with ordinality r(receipt_id, entry_set_id, event_id, verification_code, reference, body_hash,
                                      for_bill, taken_fen, occurred_at, paid_on, found, position)
                where not exists (select from receipt known where known.bank = $3 and known.reference = r.reference)
            ),
            """;

    /**
     * The decision: every reason why the money cannot be booked to its bill; none, and it is booked.
     *
     * @param paid SQL expression: the bill of {@code e} is paid, by what was booked before or by a report before this one
     */
    private static String decide(String paid) {
        return """
            asked as (
                select * from bill where bill_id in (select for_bill from reported) order by bill_id for update
            ), held as materialized (%s
            ), examined as (
                select r.*, a.*,
                       array_remove(array[
                           case when h.sealed_by is not null then 'ACCOUNT_SEALED' end,
                           case when a.amount_fen <> r.taken_fen then 'AMOUNT_DIFFERS' end,
                           case when a.bill_id is null and r.found = '' then 'BILL_UNKNOWN' end,
                           case when a.withdrawn_on is not null then 'BILL_WITHDRAWN' end,
                           case when a.payable_until < r.paid_on then 'MONTH_CLOSED' end,
                           case when h.credited && %s then 'MONTH_CREDITED' end,
                           case when a.adjusts is not null and month_moved_away(a.person_id, a.scheme, a.adjusts_from)
                                then 'MONTH_MOVED_AWAY' end,
                           case when r.channel <> all (a.channels) or not starts_with(a.place, r.area)
                                then 'WRONG_CHANNEL' end], null)
                           || string_to_array(r.found, ' ') as others
                from reported r left join asked a on a.bill_id = r.for_bill left join held h on h.account_owner = %s
            ), decided as materialized (
                select e.*, case when %s then array_prepend('ALREADY_PAID', e.others) else e.others end as reasons
                from examined e
            ),
            """.formatted(
                        Accounts.lockOf("asked"),
                        Accounts.rangeOf("coalesce(a.first_month, a.adjusts_from)", "a.months"),
                        Accounts.ownerOf("a.person_id", "a.scheme"),
                        paid);
    }

    /** Where each bill is reported once. */
    private static final String DECIDE = decide("e.paid_by is not null");

    /** Of several reports that could pay one bill the first does. */
    private static final String DECIDE_MANY = decide("""
            e.paid_by is not null or coalesce(bool_or(e.others = '{}') over (partition by for_bill order by position
                                              rows between unbounded preceding and 1 preceding), false)""");

    private static final String WRITE = """
            receipt_new as (
                insert into receipt (receipt_id, receipt_number, verification_code, channel, bank, terminal, reference,
                                     body_hash, payer, payer_index, bill_id, amount_fen, occurred_at, paid_on, booked_on,
                                     person_id, outcome, reasons, account_fen, pooled_fen, medical_fen, subsidy_fen)
                select d.receipt_id, d.number_prefix || to_char(nextval('receipt_number_seq'), 'FM0000000000'),
                       d.verification_code, d.channel, d.collector, d.terminal, d.reference, d.body_hash, d.payer,
                       d.payer_index, d.for_bill, d.taken_fen, d.occurred_at, d.paid_on, d.booked_on,
                       d.person_id, case when o.paid then 'PAID' else 'SUSPENDED' end,
                       case when o.paid then '{}'
                            else array(select reason from unnest(d.reasons) reason order by reason) end,
                       case when o.paid then o.times * d.account_fen else 0 end,
                       case when o.paid then o.times * d.pooled_fen else 0 end,
                       case when o.paid then o.times * d.medical_fen else 0 end,
                       case when o.paid then d.subsidy_fen else 0 end
                from decided d cross join lateral (select d.reasons = '{}' as paid,
                                    case d.kind when 'YEAR' then 1 else d.months end as times) o
                order by d.position
                on conflict (bank, reference) do nothing
                returning *
            ), bill_paid as (
                update bill b set paid_by = r.receipt_id
                from receipt_new r where r.outcome = 'PAID' and b.bill_id = r.bill_id
            ),
            """;

    private static final String CREDIT = """
            booked as materialized (
                select d.*, r.outcome, r.account_fen + r.subsidy_fen as to_account, r.pooled_fen as to_pooled,
                       r.medical_fen as to_medical, r.subsidy_fen as from_government
                from receipt_new r join decided d using (receipt_id)
            ), posting as (
                select entry_set_id, case outcome when 'PAID' then 'PAYMENT' else 'SUSPENSE' end as kind,
                       receipt_id, booked_on as day, person_id, for_bill as bill_id,
                       case channel when 'TAX_BUREAU' then 'TAX_BUREAU' else 'BANK_CLEARING' end as against_kind,
                       collector as against_owner
                from booked
            ), credit as (
                select b.entry_set_id, c.account_kind, c.account_owner, c.amount_fen
                from booked b cross join lateral (values
                    ('PERSON', %s, b.to_account),
                    ('POOLED', b.place, b.to_pooled),
                    ('MEDICAL', b.place, b.to_medical),
                    ('GOVERNMENT', b.place, -b.from_government),
                    ('SUSPENSE', b.collector, case b.outcome when 'SUSPENDED' then b.taken_fen else 0 end)
                ) c(account_kind, account_owner, amount_fen)
                where c.amount_fen <> 0
            ),
            """.formatted(Accounts.ownerOf("b.person_id", "b.scheme"));

    /** Reads from {@code balance_new}, so that the events take their places when all other locks are held. */
    private static final String TOLD = """
            , told as (
                select b.* from booked b cross join (select count(*) as balances from balance_new) written
                where b.outcome = 'PAID' and written.balances > 0 order by b.person_id, b.position
            ), event as (%s)
            """.formatted(Outbox.insertOf(
            MONTH_PAID.topic(),
            ofKind("'" + MONTH_PAID.ce() + "'", "'" + MONTHS_ADJUSTED.ce() + "'", "'" + YEAR_PAID.ce() + "'"),
            "event_id",
            "person_id",
            ofKind(PaidPayload.months(), PaidPayload.adjusted(), PaidPayload.year()),
            "trace",
            "told"));

    private static String ofKind(String months, String adjustment, String year) {
        return "case kind when 'MONTHS' then %s when 'ADJUSTMENT' then %s when 'YEAR' then %s end"
                .formatted(months, adjustment, year);
    }

    private static final String BOOKED = WRITE + CREDIT + Posting.parts() + TOLD;

    /** Returns the new receipts; no row: the reference is known. */
    static final String BOOK = REPORTED + DECIDE + BOOKED + "select " + Receipt.COLUMNS + Receipt.NOT_REVERSED
            + " from receipt_new r join decided b using (receipt_id)";

    /** Returns how many receipts are new; the others' vouchers are known. */
    static final String BOOK_MANY = MANY + DECIDE_MANY + BOOKED + "select count(*) as receipts from receipt_new";

    /** The receipt of a bank's reference, and whether it is of this very report. */
    static final String FIND = "select " + Receipt.COLUMNS + Receipt.REVERSED + """
            , r.body_hash = $3 as same_body
            from receipt r left join bill b on b.bill_id = r.bill_id
            where r.bank = $1 and r.reference = $2""";

    /** The receipts of a bureau's vouchers, in their order, and whether each is of this very report. */
    static final String FIND_MANY = """
            select r.reference, r.receipt_number, r.reasons, r.body_hash = asked.body_hash as same_body
            from unnest($2::text[], $3::bytea[]) with ordinality asked(reference, body_hash, position)
            join receipt r on r.bank = $1 and r.reference = asked.reference
            order by asked.position""";
}
