package org.lingbao.contribution.statement;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lingbao.contribution.statement.domain.AccountYear;
import org.lingbao.contribution.statement.domain.Journey;
import org.lingbao.contribution.statement.domain.PaidMonth;
import org.lingbao.contribution.statement.domain.PaidMonth.Payment;
import org.lingbao.contribution.statement.domain.ReceiptNumber;
import org.lingbao.contribution.statement.domain.Standing;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/**
 * What was found of a person in a scheme (权益记录), to be shown whole or by the year.
 *
 * @param balance of the account, now
 * @param otherPooled what came to the pooled fund with the months from other provinces
 * @param paid the months that were asked for
 * @param interest of every year
 * @param beside as {@link Beside} has it
 */
record Statement(
        UUID person,
        Scheme scheme,
        Money balance,
        Money otherPooled,
        List<PaidMonth> paid,
        List<StatementView.Interest> interest,
        JsonArray beside) {

    /** From the rows of {@link StatementSql}, of which there is one at least. */
    static Statement read(Scheme scheme, RowSet<Row> rows) {
        var first = rows.iterator().next();
        var paid = StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.getLocalDate("month") != null)
                .map(Statement::month)
                .toList();
        return new Statement(
                first.getUUID("person_id"),
                scheme,
                money(first, "balance_fen"),
                money(first, "credited_pooled_fen"),
                paid,
                interest(first.get(JsonArray.class, "interest")),
                first.get(JsonArray.class, "beside"));
    }

    StatementView whole() {
        return StatementView.of(
                person,
                scheme.name(),
                balance,
                otherPooled.plus(Beside.pooled(beside)),
                paid,
                interest,
                Beside.read(beside));
    }

    /** Where only the months of the year were asked for. */
    StatementYearView inYear(Year year, AccountYear account) {
        var ofYear =
                interest.stream().filter(one -> one.year() == year.getValue()).toList();
        return StatementYearView.of(person, scheme, year, account, paid, ofYear, Beside.within(beside, year));
    }

    /** The account of the year that was asked for. */
    static AccountYear account(RowSet<Row> rows) {
        var row = rows.iterator().next();
        return AccountYear.of(
                money(row, "balance_fen").minus(money(row, "later_fen")),
                money(row, "paid_fen"),
                money(row, "arrived_fen"),
                money(row, "left_fen"),
                money(row, "interest_fen"));
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
                        : new Payment(
                                money(row, "account_fen"),
                                money(row, "pooled_fen"),
                                money(row, "medical_fen"),
                                new ReceiptNumber(receipt)),
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
