package org.lingbao.contribution.statement;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.lingbao.contribution.consent.Consents;
import org.lingbao.contribution.ledger.Accounts;
import org.lingbao.contribution.statement.domain.PaidMonth;
import org.lingbao.contribution.statement.domain.ReceiptNumber;
import org.lingbao.platform.audit.Disclosure;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.identity.Reach;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/** Finds a person's statement: one query, whose condition says who may see it. */
@ApplicationScoped
class Statements {
    private static final String FIND = """
            select a.balance_fen, b.place, b.first_month, b.months, b.base_fen, b.account_fen, b.pooled_fen,
                   p.receipt_number
            from relation r
            left join account_balance a
                on a.account_kind = 'PERSON' and a.account_owner = %s and a.account_shard = 0
            left join bill b
                on b.person_id = r.person_id and b.scheme = r.scheme and b.paid_by is not null
            left join receipt p on p.receipt_id = b.paid_by
            where r.person_id = $1 and r.scheme = $2 and %s
            order by b.first_month""".formatted(
                    Accounts.ownerOf("r.person_id", "r.scheme"),
                    Reach.condition("r.person_id", Consents.given("r.person_id", Consents.STATEMENT_AT_TERMINAL), 3));

    private final Disclosure disclosure;

    Statements(Disclosure disclosure) {
        this.disclosure = disclosure;
    }

    Uni<Optional<StatementView>> of(Caller caller, UUID person, Scheme scheme) {
        var parameters = Reach.of(caller.scope()).addTo(Tuple.of(person, scheme.name()));
        return disclosure.to(
                caller,
                "statement.read",
                StatementView::personId,
                client -> client.preparedQuery(FIND)
                        .execute(parameters)
                        .map(rows -> rows.size() == 0 ? Optional.empty() : Optional.of(read(person, scheme, rows))));
    }

    private static StatementView read(UUID person, Scheme scheme, RowSet<Row> rows) {
        var balance = rows.iterator().next().getLong("balance_fen");
        var paid = StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.getLocalDate("first_month") != null)
                .flatMap(Statements::months)
                .toList();
        return StatementView.of(person, scheme.name(), balance == null ? Money.ZERO : new Money(balance), paid);
    }

    private static Stream<PaidMonth> months(Row row) {
        var first = YearMonth.from(row.getLocalDate("first_month"));
        return IntStream.range(0, row.getInteger("months"))
                .mapToObj(later -> new PaidMonth(
                        first.plusMonths(later),
                        new Place(row.getString("place")),
                        new Money(row.getLong("base_fen")),
                        new Money(row.getLong("account_fen")),
                        new Money(row.getLong("pooled_fen")),
                        new ReceiptNumber(row.getString("receipt_number"))));
    }
}
