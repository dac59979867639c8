package org.lingbao.contribution.tax;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lingbao.contribution.ledger.Accounts;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.identity.Caller;
import org.lingbao.rules.value.Money;

/**
 * Hands open bills over to the tax bureau, each once under a number of its own. Only when a page is not full are more
 * numbers given, and by one transaction at a time: what is seen of the numbers has no gap that could be filled later, so
 * a cursor over them misses nothing, and an old one finds the same again.
 */
@ApplicationScoped
class HandOver {
    private static final String ALONE = "select pg_advisory_xact_lock(hashtextextended('tax-assessments', 0))";

    /**
     * A bill that is just being paid is left out; if it is open afterwards, it comes next time. So is one that a transfer
     * keeps from being paid.
     */
    private static final String ASSESS = """
            with due as materialized (
                select bill_id from bill
                where assessment_number is null and 'TAX_BUREAU' = any (channels)
                  and payable_until >= $1 and paid_by is null and withdrawn_on is null and starts_with(place, $2)
                  and not %s
                order by payable_until, bill_id limit $3 for update skip locked
            )
            update bill b set assessment_number = nextval('assessment_number_seq'), assessed_on = $1
            from due where b.bill_id = due.bill_id""".formatted(Accounts.unpayable("bill"));

    private static final String PAGE = """
            select bill_id, person_id, scheme, place, coalesce(first_month, adjusts_from) as first_month, months, amount_fen, payable_until, assessment_number,
                   assessed_on
            from bill where assessment_number > $1 and starts_with(place, $2)
            order by assessment_number limit $3""";

    private static final String PURPOSE = "collection by the tax bureau";

    private final Pool pool;
    private final BusinessDay day;
    private final Audit audit;
    private final String cell;

    HandOver(Pool pool, BusinessDay day, Audit audit, @ConfigProperty(name = "lingbao.cell") String cell) {
        this.pool = pool;
        this.day = day;
        this.audit = audit;
        this.cell = cell;
    }

    /**
     * The page after a number.
     *
     * @param most how many to show
     */
    Uni<AssessmentView.Page> handle(Caller caller, Bureau bureau, long after, int most) {
        var today = day.today();
        return pool.withTransaction(transaction -> page(transaction, bureau, after, most)
                .chain(rows -> rows.size() > most
                        ? Uni.createFrom().item(rows)
                        : assess(transaction, bureau, today, most + 1 - rows.size())
                                .chain(() -> page(transaction, bureau, after, most)))
                .call(rows -> rows.size() == 0
                        ? Uni.createFrom().voidItem()
                        : audit.record(transaction, Audit.Entry.ofNobody(caller, "tax.assessments", PURPOSE)))
                .map(rows -> view(rows, after, most)));
    }

    private static Uni<RowSet<Row>> page(SqlConnection transaction, Bureau bureau, long after, int most) {
        return transaction.preparedQuery(PAGE).execute(Tuple.of(after, bureau.area(), most + 1));
    }

    private static Uni<Void> assess(SqlConnection transaction, Bureau bureau, LocalDate today, int most) {
        return transaction
                .query(ALONE)
                .execute()
                .chain(() -> transaction.preparedQuery(ASSESS).execute(Tuple.of(today, bureau.area(), most)))
                .replaceWithVoid();
    }

    private AssessmentView.Page view(RowSet<Row> rows, long after, int most) {
        var shown = StreamSupport.stream(rows.spliterator(), false).limit(most).toList();
        var next = shown.isEmpty() ? after : shown.getLast().getLong("assessment_number");
        return new AssessmentView.Page(
                shown.stream().map(this::view).toList(), String.valueOf(next), rows.size() > most);
    }

    private AssessmentView view(Row row) {
        var first = YearMonth.from(row.getLocalDate("first_month"));
        return new AssessmentView(
                String.format(Locale.ROOT, "%s-%010d", cell, row.getLong("assessment_number")),
                row.getUUID("bill_id"),
                row.getUUID("person_id"),
                row.getString("scheme"),
                row.getString("place"),
                months(first, row.getInteger("months")),
                new Money(row.getLong("amount_fen")).toYuan(),
                row.getLocalDate("payable_until"),
                row.getLocalDate("assessed_on"));
    }

    private static List<YearMonth> months(YearMonth first, int months) {
        return Stream.iterate(first, month -> month.plusMonths(1)).limit(months).toList();
    }
}
