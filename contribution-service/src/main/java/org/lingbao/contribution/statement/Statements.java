package org.lingbao.contribution.statement;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.scope.Reach;
import org.lingbao.contribution.consent.Consents;
import org.lingbao.contribution.ledger.Accounts;
import org.lingbao.contribution.statement.domain.Journey;
import org.lingbao.contribution.statement.domain.PaidMonth;
import org.lingbao.contribution.statement.domain.PaidMonth.Payment;
import org.lingbao.contribution.statement.domain.ReceiptNumber;
import org.lingbao.contribution.statement.domain.Standing;
import org.lingbao.platform.audit.Disclosure;
import org.lingbao.platform.identity.Caller;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/** Finds a person's statement: one query, whose condition says who may see it. */
@ApplicationScoped
class Statements {
    /**
     * Of a month that was moved away and has come back, the former comes first. What was booked under an id that was merged is the
     * person's, too.
     */
    private static final String FIND = """
            with person as materialized (select id from same_person($1))
            select r.person_id, a.balance_fen,
                   (select sum(c.pooled_fen)::bigint from transfer_case c
                    where c.person_id in (select id from person) and c.scheme = r.scheme and c.state = 'CREDITED'
                      and exists (select from credited_month m where m.case_id = c.case_id and m.moved_by is null))
                       as credited_pooled_fen,
                   (select json_agg(json_build_object('year', i.year, 'fen', i.interest_fen,
                               'rate', cast(i.rate as text), 'provisional', i.provisional) order by i.year)
                    from (select distinct on (year, person_id) * from interest
                          where person_id in (select id from person) and scheme = r.scheme
                          order by year, person_id, revision desc) i) as interest,
                   %s as beside, held.*
            from (select distinct survivor_of($1) as person_id, scheme from relation
                  where person_id in (select id from person) and scheme = $2) r
            left join lateral (
                select sum(b.balance_fen)::bigint as balance_fen from account_balance b
                where b.account_kind = 'PERSON' and b.account_shard = 0
                  and b.account_owner in (select %s from person)) a on true
            left join lateral (
                select m.month, b.place, b.standing, b.base_fen, b.account_fen, b.pooled_fen, p.receipt_number,
                       null as came_from, t.province as went_to
                from bill_month m join bill b using (bill_id) join receipt p on p.receipt_id = b.paid_by
                left join transfer_case t on t.case_id = m.moved_by
                where m.person_id in (select id from person) and m.scheme = r.scheme
                union all
                select m.month, m.place, null, m.base_fen, null, null, null, c.province, t.province
                from credited_month m join transfer_case c using (case_id)
                left join transfer_case t on t.case_id = m.moved_by
                where m.person_id in (select id from person) and m.scheme = r.scheme) held on true
            where %s
            order by held.month, held.went_to is null""".formatted(
                    Beside.FOUND,
                    Accounts.ownerOf("person.id", "r.scheme"),
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
                        .map(rows -> rows.size() == 0 ? Optional.empty() : Optional.of(read(scheme, rows))));
    }

    private static StatementView read(Scheme scheme, RowSet<Row> rows) {
        var first = rows.iterator().next();
        var paid = StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.getLocalDate("month") != null)
                .map(Statements::month)
                .toList();
        var beside = first.get(JsonArray.class, "beside");
        return StatementView.of(
                first.getUUID("person_id"),
                scheme.name(),
                money(first, "balance_fen"),
                money(first, "credited_pooled_fen").plus(Beside.pooled(beside)),
                paid,
                interest(first.get(JsonArray.class, "interest")),
                Beside.read(beside));
    }

    private static List<StatementView.Interest> interest(@Nullable JsonArray years) {
        return years == null
                ? List.of()
                : years.stream()
                        .map(JsonObject.class::cast)
                        .map(year -> new StatementView.Interest(
                                year.getInteger("year"),
                                new Money(year.getLong("fen")).toYuan(),
                                year.getString("rate"),
                                year.getBoolean("provisional")))
                        .toList();
    }

    private static PaidMonth month(Row row) {
        var receipt = row.getString("receipt_number");
        var standing = row.getString("standing");
        return new PaidMonth(
                YearMonth.from(row.getLocalDate("month")),
                new Place(row.getString("place")),
                standing == null ? null : Standing.valueOf(standing),
                money(row, "base_fen"),
                receipt == null
                        ? null
                        : new Payment(money(row, "account_fen"), money(row, "pooled_fen"), new ReceiptNumber(receipt)),
                new Journey(place(row, "came_from"), place(row, "went_to")));
    }

    private static Money money(Row row, String column) {
        var fen = row.getLong(column);
        return fen == null ? Money.ZERO : new Money(fen);
    }

    private static @Nullable Place place(Row row, String column) {
        var code = row.getString(column);
        return code == null ? null : new Place(code);
    }
}
