package org.lingbao.contribution.story;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.lingbao.contribution.story.Story.Person;
import org.lingbao.local.testing.TestDatabase;

/** Months that were paid in earlier years, as rows of everything that a payment writes: the ledger proves itself with them. */
public final class PaidEarlier {
    private static final String WRITE = """
            with fact as (
                select p.plan_id, p.person_id, cast(? as date) as month, cast(? as date) as booked, cast(? as bigint) as fen,
                       uuidv7() as receipt_id, uuidv7() as bill_id, uuidv7() as entry_set_id
                from plan p where p.plan_id = ?
            ), received as (
                insert into receipt (receipt_id, receipt_number, verification_code, bank, terminal, reference, body_hash, payer,
                                     bill_id, person_id, amount_fen, account_fen, pooled_fen, medical_fen, outcome, reasons,
                                     occurred_at, paid_on, booked_on)
                select receipt_id, 'P' || receipt_id, 'C' || receipt_id, 'CCB', '370702-0001', receipt_id, '', 'INSURED',
                       bill_id, person_id, fen + 1, fen, 1, 0, 'PAID', '{}', booked, booked, booked from fact
            ), billed as (
                insert into bill (bill_id, plan_id, person_id, scheme, place, first_month, months, base_fen, account_fen,
                                  pooled_fen, medical_fen, amount_fen, payable_until, issued_on, paid_by)
                select bill_id, plan_id, person_id, 'EMPLOYEE', '370700', month, 1, 457300, fen, 1, 0, fen + 1, booked, booked,
                       receipt_id from fact
            ), taken as (
                insert into bill_month (person_id, scheme, month, bill_id) select person_id, 'EMPLOYEE', month, bill_id from fact
            ), booked as (
                insert into entry_set (entry_set_id, kind, receipt_id, day) select entry_set_id, 'PAYMENT', receipt_id, booked
                from fact
            ), line as (
                select fact.*, x.* from fact cross join lateral (values
                    (1, 'BANK_CLEARING', 'CCB', -fen - 1), (2, 'PERSON', person_id || '/EMPLOYEE', fen), (3, 'POOLED', '370700', 1)
                ) x(line, kind, owner, amount)
            ), entered as (
                insert into entry (entry_set_id, line, account_kind, account_owner, account_shard, amount_fen, day, person_id,
                                   bill_id)
                select entry_set_id, line, kind, owner, 0, amount, booked, person_id, bill_id from line
            )
            insert into account_balance as held (account_kind, account_owner, account_shard, balance_fen)
            select kind, owner, 0, amount from line order by kind, owner
            on conflict (account_kind, account_owner, account_shard)
            do update set balance_fen = held.balance_fen + excluded.balance_fen""";

    private PaidEarlier() {}

    /** A plan of earlier years; it has ended, so that nothing is billed by it. */
    public static UUID plan(Person person) {
        var plan = Story.earlierPlan(person, 1, YearMonth.of(2024, 9), 457300);
        var unused = TestDatabase.execute("update plan set until_month = date '2025-12-01' where plan_id = ?", plan);
        return plan;
    }

    /** A month, booked on a day. */
    public static void month(UUID plan, YearMonth month, LocalDate booked, long fen) {
        var unused = TestDatabase.execute(WRITE, month.atDay(1), booked, fen, plan);
    }

    /** A month, booked within itself. */
    public static void month(UUID plan, String month, long fen) {
        var paid = YearMonth.parse(month);
        month(plan, paid, paid.atDay(20), fen);
    }
}
