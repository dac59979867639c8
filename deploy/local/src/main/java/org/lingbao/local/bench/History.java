package org.lingbao.local.bench;

/** Persons of a city who have paid for twelve months, with all that follows from it. They are simply written. */
final class History {
    static final int MONTHS = 12;

    private static final String MADE = """
            create table made as
            select p.person_id, p.plan_id, p.base_fen, m.month::date, uuidv7() as bill_id, uuidv7() as receipt_id,
                   uuidv7() as entry_set_id, row_number() over () as nth, cast(round(p.base_fen * %2$s) as bigint) as account_fen,
                   cast(round(p.base_fen * %1$s) - round(p.base_fen * %2$s) as bigint) as pooled_fen
            from (select * from plan order by plan_id limit %3$d) p
            cross join generate_series(date '2025-09-01', date '2026-08-01', interval '1 month') m(month)""";

    private static final String RECEIPTS = """
            insert into receipt (receipt_id, receipt_number, verification_code, channel, bank, terminal, reference, body_hash,
                                 payer, bill_id, amount_fen, occurred_at, paid_on, booked_on, person_id, outcome, reasons,
                                 account_fen, pooled_fen, medical_fen)
            select receipt_id, '37-' || to_char(month, 'YYYYMMDD') || '-' || to_char(nth, 'FM0000000000'), 'CMADE' || nth,
                   'BANK_TERMINAL', 'CCB', '370702-0001', '370702-0001-' || (9000000000 + nth), sha256(cast(nth::text as bytea)), 'INSURED',
                   bill_id, account_fen + pooled_fen, month, month, month, person_id, 'PAID', '{}', account_fen, pooled_fen, 0
            from made""";

    private static final String BILLS = """
            insert into bill (bill_id, plan_id, person_id, scheme, place, first_month, months, base_fen, account_fen, pooled_fen,
                              medical_fen, amount_fen, payable_until, issued_on, paid_by)
            select bill_id, plan_id, person_id, 'EMPLOYEE', '370700', month, 1, base_fen, account_fen, pooled_fen, 0,
                   account_fen + pooled_fen, month + 27, month, receipt_id
            from made""";

    private static final String BILLED_MONTHS = """
            insert into bill_month (person_id, scheme, month, bill_id)
            select person_id, 'EMPLOYEE', month, bill_id from made""";

    private static final String ENTRY_SETS = """
            insert into entry_set (entry_set_id, kind, receipt_id, day)
            select entry_set_id, 'PAYMENT', receipt_id, month from made""";

    private static final String ENTRIES = """
            insert into entry (entry_set_id, line, account_kind, account_owner, account_shard, amount_fen, day, person_id, bill_id)
            select entry_set_id, e.line, e.kind, e.owner, 0, e.fen, month, person_id, bill_id
            from made cross join lateral (values
                (1, 'BANK_CLEARING', 'CCB', -account_fen - pooled_fen),
                (2, 'PERSON', person_id || '/EMPLOYEE', account_fen),
                (3, 'POOLED', '370700', pooled_fen)) e(line, kind, owner, fen)""";

    private static final String BALANCES = """
            insert into account_balance as held (account_kind, account_owner, account_shard, balance_fen)
            select account_kind, account_owner, account_shard, sum(amount_fen) from entry group by 1, 2, 3
            on conflict (account_kind, account_owner, account_shard) do update set balance_fen = excluded.balance_fen""";

    private History() {}

    /** Writes those of so many of a town's persons, by the rates of today. */
    static void write(Sql sql, Town.Rates rates, int persons) {
        sql.execute(
                MADE.formatted(rates.pension(), rates.account(), persons),
                RECEIPTS,
                BILLS,
                BILLED_MONTHS,
                ENTRY_SETS,
                ENTRIES,
                BALANCES,
                "drop table made",
                "vacuum analyze");
    }
}
