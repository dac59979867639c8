package org.lingbao.contribution.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Scheme;

/**
 * The persons' accounts. Whoever books to one, or decides by what is in it, locks it first: then nothing is booked between
 * the decision and the transaction's end, and everything that was booked before is seen by the statements that follow.
 */
@ApplicationScoped
public class Accounts {
    private static final String OPEN = """
            insert into account_balance (account_kind, account_owner, account_shard, balance_fen)
            values ('PERSON', $1, 0, 0) on conflict do nothing""";

    private static final String ROW = "account_kind = 'PERSON' and account_owner = $1 and account_shard = 0";

    private static final String LOCK =
            "select balance_fen, sealed_by from account_balance where " + ROW + " for update";

    private static final String REOPEN = "update account_balance set sealed_by = null where " + ROW
            + " and sealed_by in (select case_id from transfer_case where state = 'SETTLED')";

    private static final String SEAL = "update account_balance set sealed_by = $2 where " + ROW;

    private static final String UNSEAL =
            "update account_balance set sealed_by = null where " + ROW + " and sealed_by = $2";

    private static final String CREDITED = """
            update account_balance set credited = credited + (
                select range_agg(daterange(month, (month + interval '1 month')::date)) from unnest($2::date[]) month)
            where """ + " " + ROW;

    /**
     * A person's account, locked until the transaction ends.
     *
     * @param sealedBy the transfer that sealed it, or moved away what was in it; null: it is open
     */
    public record Locked(Money balance, @Nullable UUID sealedBy) {}

    /** Opens a person's account in a scheme: empty, or again if what was in it has moved away. */
    public Uni<Void> open(SqlConnection transaction, UUID person, Scheme scheme) {
        var owner = Tuple.of(owner(person, scheme));
        return transaction
                .preparedQuery(OPEN)
                .execute(owner)
                .chain(() -> transaction.preparedQuery(LOCK).execute(owner))
                .chain(() -> transaction.preparedQuery(REOPEN).execute(owner))
                .replaceWithVoid();
    }

    /** Locks a person's account; empty: the person never had one. */
    public Uni<Optional<Locked>> lock(SqlConnection transaction, UUID person, Scheme scheme) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(owner(person, scheme)))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next())
                                .map(row ->
                                        new Locked(new Money(row.getLong("balance_fen")), row.getUUID("sealed_by"))));
    }

    /** From now on nothing is paid into the account (封存). */
    public Uni<Void> seal(SqlConnection transaction, UUID person, Scheme scheme, UUID transfer) {
        return change(transaction, SEAL, Tuple.of(owner(person, scheme), transfer));
    }

    /** Ends the seal of this transfer. */
    public Uni<Void> unseal(SqlConnection transaction, UUID person, Scheme scheme, UUID transfer) {
        return change(transaction, UNSEAL, Tuple.of(owner(person, scheme), transfer));
    }

    /** These months came by a transfer: none of them can be paid here, too. */
    public Uni<Void> addCredited(SqlConnection transaction, UUID person, Scheme scheme, List<YearMonth> months) {
        var days = months.stream().map(month -> month.atDay(1)).toArray(LocalDate[]::new);
        return days.length == 0
                ? Uni.createFrom().voidItem()
                : change(transaction, CREDITED, Tuple.of(owner(person, scheme)).addArrayOfLocalDate(days));
    }

    private static Uni<Void> change(SqlConnection transaction, String statement, Tuple parameters) {
        return transaction
                .preparedQuery(statement)
                .execute(parameters)
                .invoke(changed -> {
                    if (changed.rowCount() != 1) {
                        throw new IllegalStateException("no such account, or not sealed by this transfer");
                    }
                })
                .replaceWithVoid();
    }

    private static String owner(UUID person, Scheme scheme) {
        return person + "/" + scheme;
    }

    /**
     * The owner of a person's account, as an SQL expression.
     *
     * @param person SQL expression of the person's id
     * @param scheme SQL expression of the scheme
     */
    public static String ownerOf(String person, String scheme) {
        return "(%s || '/' || %s)".formatted(person, scheme);
    }

    /**
     * For a statement that books to persons' accounts: locks the accounts of a relation with person_id and scheme and says
     * what keeps months from being paid into them. It goes before everything that locks anything else but bills.
     *
     * @param from the relation, with bills locked before; its rows have person_id and scheme
     * @return a query: account_owner, sealed_by, credited
     */
    public static String lockOf(String from) {
        return """
                select held.account_owner, held.sealed_by, held.credited
                from account_balance held
                where held.account_kind = 'PERSON' and held.account_shard = 0
                  and held.account_owner in (select %s from %s billed)
                order by held.account_owner for update""".formatted(ownerOf("billed.person_id", "billed.scheme"), from);
    }

    /**
     * A condition: the account is sealed, or one of the months has come by a transfer.
     *
     * @param person SQL expression of the person's id
     * @param scheme SQL expression of the scheme
     * @param first SQL expression of the first month
     * @param months SQL expression of how many
     */
    public static String barred(String person, String scheme, String first, String months) {
        return """
                exists (select from account_balance held
                    where held.account_kind = 'PERSON' and held.account_owner = %s
                      and (held.sealed_by is not null or held.credited <> '{}')
                      and (held.sealed_by is not null or held.credited && %s))""".formatted(ownerOf(person, scheme), rangeOf(first, months));
    }

    /**
     * A condition on a bill: {@link #barred}, or it adds to months that were moved away.
     *
     * @param bill SQL name of the bill
     */
    public static String unpayable(String bill) {
        return "(%s or %s)"
                .formatted(
                        barred(
                                bill + ".person_id",
                                bill + ".scheme",
                                "coalesce(%1$s.first_month, %1$s.adjusts_from)".formatted(bill),
                                bill + ".months"),
                        movedAway(bill));
    }

    /**
     * A condition: what the bill adds to has moved to another place, and stays there when the account opens again.
     *
     * @param bill SQL name of the bill
     */
    public static String movedAway(String bill) {
        return """
                (%1$s.adjusts is not null and exists (select from bill_month away
                    where away.person_id = %1$s.person_id and away.scheme = %1$s.scheme
                      and away.month = %1$s.adjusts_from and away.moved_by is not null))""".formatted(bill);
    }

    /** Months as the range of their days, as an SQL expression. */
    public static String rangeOf(String first, String months) {
        return "daterange(cast(%1$s as date), cast(cast(%1$s as date) + make_interval(months => %2$s) as date))"
                .formatted(first, months);
    }
}
