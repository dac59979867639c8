package org.lingbao.contribution.billing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

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
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lingbao.contribution.billing.BillingRun.BillsIssuedV1;
import org.lingbao.contribution.billing.BillingRun.Issued;
import org.lingbao.contribution.billing.BillingRun.Skipped;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.database.LongRunning;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.Idempotency;
import org.lingbao.platform.idempotency.IdempotencyKey;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.outbox.Outbox;
import org.lingbao.rules.Law;
import org.lingbao.rules.contribution.Assessment;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/** Bills a month for all who are due, in one transaction. */
@ApplicationScoped
class RunBilling {
    /** Planned for the size at hand, whatever is set for the short statements, and with the time that a month takes. */
    private static final String PLAN_FOR_THIS_SIZE =
            "set local plan_cache_mode = force_custom_plan; set local statement_timeout = '30min'";

    private static final String PURPOSE = "contribution";

    private final Pool pool;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final IssueBills issue;
    private final BusinessDay day;
    private final Audit audit;

    RunBilling(
            @LongRunning Pool pool,
            Idempotency idempotency,
            Outbox outbox,
            IssueBills issue,
            BusinessDay day,
            Audit audit) {
        this.pool = pool;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.issue = issue;
        this.day = day;
        this.audit = audit;
    }

    /** A distinct choice, how many plans made it, and what the rules say to it: reasons, or a price. */
    private record Judged(
            Chosen chosen,
            long plans,
            List<String> reasons,
            @Nullable Priced priced) {}

    Uni<Answer> handle(Caller caller, IdempotencyKey key, YearMonth month) {
        var today = day.today();
        return pool.withTransaction(transaction -> idempotency.once(
                transaction,
                key,
                () -> run(transaction, month, today)
                        .call(() -> audit.record(transaction, Audit.Entry.ofNobody(caller, "billing.run", PURPOSE)))));
    }

    private Uni<Answer> run(SqlConnection transaction, YearMonth month, LocalDate today) {
        return transaction
                .query(PLAN_FOR_THIS_SIZE)
                .execute()
                .chain(() -> transaction.preparedQuery(IssueSql.CHOICES).execute(Tuple.of(month.atDay(1))))
                .map(rows -> judge(rows, month, today))
                .chain(judged -> issue(transaction, month, today, judged));
    }

    private Uni<Answer> issue(SqlConnection transaction, YearMonth month, LocalDate today, List<Judged> judged) {
        var priced =
                judged.stream().map(Judged::priced).flatMap(Stream::ofNullable).toList();
        return issue.forAll(transaction, month, today, priced)
                .chain(issued -> tell(transaction, month, today, issued, refusals(judged)));
    }

    private Uni<Answer> tell(
            SqlConnection transaction, YearMonth month, LocalDate today, Issued issued, List<Skipped> refused) {
        var run = Ids.next();
        var total = issued.total().toYuan();
        return outbox.append(
                        transaction,
                        BillingRun.BILLS_ISSUED,
                        run,
                        new BillsIssuedV1(run, month, 0, issued.bills(), total, today))
                .map(told ->
                        new Answer(201, null, new BillingRun.View(run, month, issued.bills(), total, refused), false));
    }

    private static List<Judged> judge(RowSet<Row> rows, YearMonth month, LocalDate today) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> judge(chosen(row), row.getLong("plans"), month, today))
                .toList();
    }

    private static Judged judge(Chosen chosen, long plans, YearMonth month, LocalDate today) {
        try {
            return switch (Law.standard()
                    .contribution()
                    .assess(chosen.from(month), today)
                    .value()) {
                case Assessment.Assessed assessed ->
                    new Judged(chosen, plans, List.of(), Priced.of(chosen, assessed, today));
                case Assessment.Refused(var reasons) ->
                    new Judged(
                            chosen,
                            plans,
                            reasons.stream().map(Assessment.Reason::code).toList(),
                            null);
            };
        } catch (DataNotLoaded e) {
            return new Judged(chosen, plans, List.of("RULES_NOT_LOADED"), null);
        }
    }

    private static List<Skipped> refusals(List<Judged> judged) {
        record Reason(String code, long plans) {}
        return judged.stream()
                .flatMap(one -> one.reasons().stream().map(code -> new Reason(code, one.plans())))
                .collect(groupingBy(Reason::code, TreeMap::new, summingLong(Reason::plans)))
                .entrySet()
                .stream()
                .map(counted -> new Skipped(counted.getKey(), counted.getValue()))
                .toList();
    }

    private static Chosen chosen(Row row) {
        var base = row.getLong("chosen_base");
        var tier = row.getInteger("chosen_tier");
        return new Chosen(
                new Place(row.getString("place")),
                Scheme.valueOf(row.getString("scheme")),
                Chosen.period(row.getInteger("period_months")),
                base == 0 ? null : new Money(base),
                tier == 0 ? null : tier);
    }
}
