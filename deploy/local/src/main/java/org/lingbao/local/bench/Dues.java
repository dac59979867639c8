package org.lingbao.local.bench;

import java.util.List;
import java.util.UUID;
import org.lingbao.local.part.PartFailed;

/** One open bill of each person of a town: made by the service once, and put back as they were before each run. */
final class Dues {
    /** What is written, beside the outbox. */
    static final List<String> TABLES = List.of("receipt", "entry_set", "entry", "bill", "account_balance");

    /**
     * How many persons have paid before. PostgreSQL plans for a table as it was when it was analysed, and keeps the plan: of
     * a table that was empty then it reads all rows, however many there are by now.
     */
    private static final int WITH_HISTORY = 2000;

    private final Sql sql;
    private final List<Due> all;
    private final long paidBefore;

    /**
     * A bill that is to be paid; amounts in fen.
     *
     * @param base by which it was billed
     */
    record Due(UUID bill, UUID person, long base, long account, long pooled) {
        long amount() {
            return account + pooled;
        }
    }

    Dues(Ground ground, Sql sql, int persons) {
        this.sql = sql;
        ground.say("making %,d persons and their bills", persons);
        Town.settle(sql, persons);
        History.write(sql, Town.rates(ground.api()), Math.min(persons, WITH_HISTORY));
        var unused = Town.bill(ground.api());
        sql.awaitOutbox();
        TABLES.forEach(table -> sql.execute("create table made_%1$s as table %1$s".formatted(table)));
        paidBefore = sql.number("select count(*) from receipt");
        all = sql.rows(
                "select bill_id, person_id, base_fen, account_fen, pooled_fen from bill where paid_by is null order by hashtext(bill_id::text)",
                row -> new Due(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5)));
        if (all.size() != persons) {
            throw new PartFailed("%d bills were made for %d persons".formatted(all.size(), persons));
        }
    }

    /** In an order of chance: nobody comes to pay in the order in which bills were written. */
    List<Due> all() {
        return all;
    }

    /** How many payments are there before any of a run. */
    long paidBefore() {
        return paidBefore;
    }

    /** None of the open ones is paid. */
    void restore() {
        sql.execute("set session_replication_role = replica"); // receipts and entries cannot be deleted otherwise
        sql.execute("truncate receipt, entry_set, entry, bill, account_balance, chain_link, chain_head cascade");
        TABLES.forEach(table -> sql.execute("insert into %1$s select * from made_%1$s".formatted(table)));
        sql.execute("reset session_replication_role");
        TABLES.forEach(table -> sql.execute("vacuum analyze " + table));
        sql.execute("checkpoint");
    }
}
