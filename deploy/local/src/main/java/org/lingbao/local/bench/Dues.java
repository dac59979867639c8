package org.lingbao.local.bench;

import java.util.List;
import java.util.UUID;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Pause;

/** One open bill of each person of a town: made by the service once, and put back as they were before each run. */
final class Dues {
    private static final long OUTBOX_LIMIT_NANOS = 600_000_000_000L;

    private final Sql sql;
    private final List<Due> all;

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
        var unused = Town.bill(ground.api());
        awaitOutbox();
        sql.execute(
                "create table made_bill as table bill", "create table made_account_balance as table account_balance");
        all = sql.rows(
                "select bill_id, person_id, base_fen, account_fen, pooled_fen from bill order by hashtext(bill_id::text)",
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

    /** None is paid, all accounts are empty. */
    void restore() {
        sql.execute(
                "set session_replication_role = replica", // receipts and entries cannot be deleted otherwise
                "truncate receipt, entry_set, entry, bill, account_balance cascade",
                "insert into bill select * from made_bill",
                "insert into account_balance select * from made_account_balance",
                "reset session_replication_role",
                "vacuum analyze receipt",
                "vacuum analyze entry_set",
                "vacuum analyze entry",
                "vacuum analyze bill",
                "vacuum analyze account_balance",
                "vacuum analyze outbox",
                "checkpoint");
    }

    /** Until everything has been published. */
    void awaitOutbox() {
        var begun = System.nanoTime();
        while (sql.number("select count(*) from (select position from outbox order by position limit 1) one") > 0) {
            if (System.nanoTime() - begun > OUTBOX_LIMIT_NANOS) {
                throw new PartFailed("The outbox is not empty after ten minutes; the service's log tells why.");
            }
            Pause.millis(20);
        }
    }
}
