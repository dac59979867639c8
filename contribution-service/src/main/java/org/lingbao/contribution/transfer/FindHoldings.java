package org.lingbao.contribution.transfer;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lingbao.contribution.transfer.domain.Holdings;
import org.lingbao.contribution.transfer.domain.Holdings.Arrival;
import org.lingbao.contribution.transfer.domain.Holdings.HeldMonth;
import org.lingbao.contribution.transfer.domain.Holdings.Paid;
import org.lingbao.contribution.transfer.domain.PersonId;
import org.lingbao.rules.transfer.AccountBalances;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/** Reads what a person has here, with the account locked by the caller. */
@ApplicationScoped
class FindHoldings {
    /** Transfers between provinces are of the employees' scheme (企业职工基本养老保险). */
    static final Scheme SCHEME = Scheme.EMPLOYEE;

    private static final String MONTHS = """
            select m.month, b.place, coalesce(a.base_fen, b.base_fen) as base_fen,
                   b.account_fen, r.booked_on, a.account_fen as added_fen, a.booked_on as added_on, null::bigint as closing_fen
            from bill_month m join bill b using (bill_id) join receipt r on r.receipt_id = b.paid_by
            left join (select a.adjusts, a.base_fen, a.account_fen, p.booked_on
                from bill a join receipt p on p.receipt_id = a.paid_by
                where a.withdrawn_on is null) a on a.adjusts = b.bill_id
            where m.person_id = $1 and m.scheme = $2 and m.moved_by is null
            union all
            select c.month, c.place, c.base_fen, null, null, null, null, c.closing_fen
            from credited_month c where c.person_id = $1 and c.scheme = $2 and c.moved_by is null
            order by month""";

    private static final String ARRIVALS = """
            select t.before_1998_fen, t.current_fen, t.account_fen, t.moved_on, max(c.month) as last_month
            from transfer_case t join credited_month c using (case_id)
            where t.person_id = $1 and t.scheme = $2 and t.state = 'CREDITED' and c.moved_by is null
            group by t.case_id order by t.case_id""";

    private static final String RELATION = """
            select relation_id, place from relation where person_id = $1 and scheme = $2
            order by to_month is null desc, from_month desc limit 1""";

    /** A person's relation here, the live one or the last. @param relation null: enrollment has not told of it yet */
    record Home(@Nullable UUID relation, Place place) {}

    Uni<Holdings> of(SqlConnection transaction, PersonId person, Money balance) {
        return transaction
                .preparedQuery(MONTHS)
                .execute(key(person))
                .chain(months -> transaction
                        .preparedQuery(ARRIVALS)
                        .execute(key(person))
                        .map(arrivals -> new Holdings(
                                balance, list(months, FindHoldings::month), list(arrivals, FindHoldings::arrival))));
    }

    Uni<Optional<Home>> home(SqlConnection transaction, PersonId person) {
        return transaction.preparedQuery(RELATION).execute(key(person)).map(rows -> {
            if (rows.size() == 0) {
                return Optional.empty();
            }
            var row = rows.iterator().next();
            return Optional.of(new Home(row.getUUID("relation_id"), new Place(row.getString("place"))));
        });
    }

    static Tuple key(PersonId person) {
        return Tuple.of(person.value(), SCHEME.name());
    }

    private static HeldMonth month(Row row) {
        var closing = row.getLong("closing_fen");
        return new HeldMonth(
                YearMonth.from(row.getLocalDate("month")),
                new Place(row.getString("place")),
                new Money(row.getLong("base_fen")),
                Stream.of(paid(row, "account_fen", "booked_on"), paid(row, "added_fen", "added_on"))
                        .flatMap(Optional::stream)
                        .toList(),
                closing == null ? null : new Money(closing));
    }

    private static Optional<Paid> paid(Row row, String account, String day) {
        return Optional.ofNullable(row.getLong(account)).map(fen -> new Paid(new Money(fen), row.getLocalDate(day)));
    }

    private static Arrival arrival(Row row) {
        var before1998 = new Money(row.getLong("before_1998_fen"));
        var current = new Money(row.getLong("current_fen"));
        var account = new Money(row.getLong("account_fen"));
        return new Arrival(
                new AccountBalances(before1998, account.minus(before1998).minus(current), current),
                YearMonth.from(row.getLocalDate("last_month")),
                row.getLocalDate("moved_on"));
    }

    private static <T> List<T> list(Iterable<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }
}
