package org.lingbao.local.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.lingbao.local.part.PartFailed;

/**
 * Writes, with one prepared statement over one JDBC connection, all rows that a payment writes: receipt, entry set, three
 * entries, three balances, the bill's mark and the outbox row. It decides nothing, looks nothing up and is told nothing.
 */
final class RawPosting implements Crew.Worker {
    /** Each shared account has a row for each connection, as in the service. */
    private static final String MADE_SHARDS = """
            insert into raw_account_balance (account_kind, account_owner, account_shard, balance_fen)
            select kind, owner, shard, 0
            from generate_series(0, 63) shard, (values ('POOLED', '370700'), ('BANK_CLEARING', 'CCB')) shared(kind, owner)
            on conflict do nothing""";

    private static final String WRITE = """
            with paid as (
                update raw_bill set paid_by = ? where bill_id = ?
            ), receipt_new as (
                insert into raw_receipt (receipt_id, receipt_number, verification_code, channel, bank, terminal, reference,
                                         body_hash, payer, bill_id, amount_fen, occurred_at, paid_on, booked_on, person_id,
                                         outcome, reasons, account_fen, pooled_fen, medical_fen)
                values (?, ?, ?, 'BANK_TERMINAL', 'CCB', '370702-0001', ?, ?, 'INSURED', ?, ?, ?, ?, ?, ?, 'PAID', '{}', ?, ?, 0)
            ), set_new as (
                insert into raw_entry_set (entry_set_id, kind, receipt_id, day) values (?, 'PAYMENT', ?, ?)
            ), entry_new as (
                insert into raw_entry (entry_set_id, line, account_kind, account_owner, account_shard, amount_fen, day,
                                       person_id, bill_id)
                values (?, 1, 'BANK_CLEARING', 'CCB', ?, ?, ?, ?, ?), (?, 2, 'PERSON', ?, 0, ?, ?, ?, ?),
                       (?, 3, 'POOLED', '370700', ?, ?, ?, ?, ?)
            ), balance_new as (
                update raw_account_balance held set balance_fen = held.balance_fen + made.fen
                from (values ('BANK_CLEARING', 'CCB', cast(? as smallint), cast(? as bigint)),
                             ('PERSON', cast(? as text), cast(0 as smallint), cast(? as bigint)),
                             ('POOLED', '370700', cast(? as smallint), cast(? as bigint))) made(kind, owner, shard, fen)
                where held.account_kind = made.kind and held.account_owner = made.owner and held.account_shard = made.shard
            )
            insert into raw_outbox (id, aggregatetype, aggregateid, type, payload)
            values (?, 'contribution.person', ?, 'contribution.month-paid.v1', ?)""";

    private static final LocalDate TODAY = LocalDate.parse(Town.TODAY);
    private static final OffsetDateTime OCCURRED = OffsetDateTime.parse(Town.TODAY + "T10:15:00+08:00");
    private static final int HASH_BYTES = 32;
    private static final int CODE_DIGITS = 16;
    private static final int CODE_RADIX = 32;

    private final Connection connection;
    private final PreparedStatement statement;
    private final List<Dues.Due> bills;
    private final long first;
    private final int shard;

    /**
     * @param first number of a receipt
     * @param shard of the shared accounts, for this connection alone
     */
    RawPosting(Sql sql, List<Dues.Due> bills, long first, int shard) {
        this.bills = bills;
        this.first = first;
        this.shard = shard;
        this.connection = sql.connect();
        try {
            this.statement = connection.prepareStatement(WRITE);
        } catch (SQLException e) {
            throw new PartFailed("The raw statement cannot be prepared: " + e.getMessage(), e);
        }
    }

    /** Makes tables with the same columns, checks and indexes, but without references and triggers. */
    static void makeTables(Sql sql) {
        tables().forEach(table -> sql.execute("create table raw_%1$s (like %1$s including all)".formatted(table)));
    }

    private static Stream<String> tables() {
        return Stream.concat(Dues.TABLES.stream(), Stream.of("outbox"));
    }

    /** The same rows as in the service's own tables before a run. */
    static void restore(Sql sql) {
        tables().forEach(table -> sql.execute("truncate raw_" + table));
        Dues.TABLES.forEach(table -> sql.execute("insert into raw_%1$s select * from made_%1$s".formatted(table)));
        sql.execute(MADE_SHARDS);
        Dues.TABLES.forEach(table -> sql.execute("vacuum analyze raw_" + table));
        sql.execute("checkpoint");
    }

    /**
     * Nothing counts that did not write as much as the service.
     *
     * @param before how many payments there were
     */
    static void prove(Sql sql, long before, int postings) {
        var found = sql.rows(
                        """
                select (select count(*) from raw_receipt), (select count(*) from raw_entry_set),
                       (select count(*) from raw_entry), (select count(*) from raw_bill where paid_by is not null),
                       (select count(*) from raw_outbox)""",
                        row -> List.of(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                .getFirst();
        var all = before + postings;
        if (!found.equals(List.of(all, all, 3 * all, all, (long) postings))) {
            throw new PartFailed("%,d raw postings have written receipts, sets, entries, marks and events: %s"
                    .formatted(postings, found));
        }
    }

    @Override
    public void work(int piece) throws SQLException {
        var due = bills.get(piece);
        var random = ThreadLocalRandom.current();
        var receipt = UuidsInTime.next(random);
        var set = UuidsInTime.next(random);
        var owner = due.person() + "/EMPLOYEE";
        var hash = new byte[HASH_BYTES];
        random.nextBytes(hash);
        var number = first + piece;
        var row = new Row(statement);
        row.of(receipt, due.bill());
        row.of(
                receipt,
                "37-20260901-R" + String.valueOf(10_000_000_000L + number).substring(1),
                code(random));
        row.of("370702-0001-R" + number, hash, due.bill(), due.amount(), OCCURRED, TODAY, TODAY, due.person());
        row.of(due.account(), due.pooled());
        row.of(set, receipt, TODAY);
        row.of(set, shard, -due.amount(), TODAY, due.person(), due.bill());
        row.of(set, owner, due.account(), TODAY, due.person(), due.bill());
        row.of(set, shard, due.pooled(), TODAY, due.person(), due.bill());
        row.of(shard, -due.amount(), owner, due.account(), shard, due.pooled());
        row.of(UuidsInTime.next(random), due.person(), payload(due, receipt));
        var written = statement.executeUpdate();
        assert written == 1;
    }

    private static String code(ThreadLocalRandom random) {
        var text = new StringBuilder(CODE_DIGITS);
        while (text.length() < CODE_DIGITS) {
            text.append(Character.forDigit(random.nextInt(CODE_RADIX), CODE_RADIX));
        }
        return text.toString();
    }

    private static String payload(Dues.Due due, UUID receipt) {
        return "{\"personId\":\"" + due.person()
                + "\",\"scheme\":\"EMPLOYEE\",\"place\":\"370700\",\"months\":[\"2026-09\"],\"base\":\""
                + Till.yuan(due.base()) + "\",\"pension\":\"" + Till.yuan(due.amount()) + "\",\"account\":\""
                + Till.yuan(due.account()) + "\",\"pooled\":\"" + Till.yuan(due.pooled())
                + "\",\"standing\":\"FLEXIBLE\",\"receiptId\":\"" + receipt + "\",\"paidOn\":\"2026-09-01\"}";
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // It has ended already.
        }
    }
}
