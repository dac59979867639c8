package org.lingbao.contribution.ledger;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;

/**
 * Books entry sets as part of another feature's one statement; nobody else writes the ledger's tables.
 *
 * <p>The caller's statement has two parts:
 *
 * <ul>
 *   <li>{@code posting} (entry_set_id, kind, day, person_id, against_kind, against_owner, and what the sets follow from):
 *       the sets;
 *   <li>{@code credit} (entry_set_id, account_kind, account_owner, amount_fen): what is credited, each account once in a
 *       set.
 * </ul>
 *
 * The other side is not the caller's: it is computed as what is left to zero and debited to the {@code against} account.
 * So every set sums to zero by construction, and the table's trigger refuses any that does not.
 */
public final class Posting {
    private Posting() {}

    /** The {@link #parts} where sets follow from receipts: {@code posting} has receipt_id and bill_id, too. */
    public static String parts() {
        return parts("receipt_id", "p.bill_id");
    }

    /**
     * The {@link #parts} where sets follow from transfers: {@code posting} has case_id, bank_credit_id and corrects, too.
     * What is credited may be negative: then the {@code against} account gets it.
     */
    public static String partsOfTransfer() {
        return parts("case_id, bank_credit_id, corrects", "cast(null as uuid)");
    }

    /**
     * The {@link #parts} where sets follow from interest: {@code posting} has interest_id and corrects, too. What is credited may be
     * negative: then the {@code against} account gets it.
     */
    public static String partsOfInterest() {
        return parts("interest_id, corrects", "cast(null as uuid)");
    }

    /** The {@link #parts} where sets undo what receipts booked: {@code posting} has corrects and bill_id, too; what is credited is negative. */
    public static String partsOfRefund() {
        return parts("corrects", "p.bill_id");
    }

    /**
     * The parts to put after {@code posting} and {@code credit}. Balances are written in the order of their keys, so that
     * two postings never wait for each other in a circle. A shared account is written in the shard of the database
     * connection at hand: a connection does one thing at a time, so (but for two whose process ids collide) nobody waits
     * for a bank's or a fund's one row. What must come after all locks are held reads from {@code balance_new}.
     */
    private static String parts(String facts, String bill) {
        return """
                ledger_line as materialized (
                    select entry_set_id, account_kind, account_owner, amount_fen,
                           row_number() over (partition by entry_set_id order by account_kind, account_owner) as line,
                           case when account_kind in (%1$s) then pg_backend_pid() %% 64 else 0 end as account_shard
                    from (select entry_set_id, account_kind, account_owner, amount_fen from credit
                          union all
                          select p.entry_set_id, p.against_kind, p.against_owner, -sum(c.amount_fen)
                          from credit c join posting p using (entry_set_id) group by 1, 2, 3) sides
                ), entry_set_new as (
                    insert into entry_set (entry_set_id, kind, day, %2$s)
                    select entry_set_id, kind, day, %2$s from posting
                ), entry_new as (
                    insert into entry (entry_set_id, line, account_kind, account_owner, account_shard, amount_fen,
                                       day, person_id, bill_id)
                    select l.entry_set_id, l.line, l.account_kind, l.account_owner, l.account_shard, l.amount_fen,
                           p.day, p.person_id, %3$s
                    from ledger_line l join posting p using (entry_set_id)
                ), balance_new as (
                    insert into account_balance as held (account_kind, account_owner, account_shard, balance_fen)
                    select account_kind, account_owner, account_shard, sum(amount_fen) from ledger_line
                    group by 1, 2, 3 order by 1, 2, 3
                    on conflict (account_kind, account_owner, account_shard)
                    do update set balance_fen = held.balance_fen + excluded.balance_fen
                    returning 1
                )""".formatted(sharedKinds(), facts, bill);
    }

    private static String sharedKinds() {
        return Arrays.stream(AccountKind.values())
                .filter(AccountKind::isShared)
                .map(kind -> "'" + kind + "'")
                .collect(joining(", "));
    }
}
