package org.lingbao.enrollment.takeover;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.lingbao.enrollment.lines.WrongLines;
import org.lingbao.enrollment.takeover.TakeoverView.Reason;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.Idempotency;
import org.lingbao.platform.idempotency.IdempotencyKey;
import org.lingbao.platform.identity.Caller;
import org.lingbao.rules.value.Place;

/** The files: announced, and told how far they are. */
@ApplicationScoped
class Takeovers {
    private final Pool pool;
    private final Idempotency idempotency;
    private final Audit audit;
    private final BusinessDay day;

    Takeovers(Pool pool, Idempotency idempotency, Audit audit, BusinessDay day) {
        this.pool = pool;
        this.idempotency = idempotency;
        this.audit = audit;
        this.day = day;
    }

    /** What a part has to fit. */
    record Announced(Place area, int parts) {}

    Uni<Answer> begin(Caller caller, IdempotencyKey key, TakeoverRequest request) {
        var id = Ids.next();
        var today = day.today();
        var values = Arrays.<Object>asList(
                id, request.area(), request.origin(), request.parts(), today, caller.issuer(), caller.subject());
        var begun = new TakeoverView(
                id,
                request.area(),
                request.origin(),
                today,
                request.parts(),
                0,
                missing(request.parts()),
                0,
                0,
                0,
                0,
                0,
                null,
                null,
                List.of());
        return pool.withTransaction(transaction -> idempotency.once(
                transaction,
                key,
                () -> transaction
                        .preparedQuery(TakeoverSql.BEGIN)
                        .execute(Tuple.from(values))
                        .chain(() -> audit.record(
                                transaction, Audit.Entry.ofNobody(caller, "takeover.begin", "takes a register over")))
                        .replaceWith(Answer.created("/takeovers/" + id, begun))));
    }

    private static List<Integer> missing(int parts) {
        return IntStream.rangeClosed(1, Math.min(parts, 20)).boxed().toList();
    }

    /** Empty where there is no such file. */
    Uni<Optional<Announced>> find(UUID takeover) {
        return ask(
                TakeoverSql.FIND,
                Tuple.of(takeover),
                row -> new Announced(new Place(row.getString("area")), row.getInteger("parts")));
    }

    Uni<Optional<TakeoverView>> report(UUID takeover) {
        return pool.preparedQuery(TakeoverSql.REPORT)
                .execute(Tuple.of(takeover))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(first -> view(first, reasons(rows))));
    }

    private static List<Reason> reasons(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.getString("reason") != null)
                .map(row -> new Reason(
                        row.getString("reason"),
                        row.getLong("of_lines"),
                        row.getInteger("first_part"),
                        List.of(row.getArrayOfIntegers("first_lines"))))
                .toList();
    }

    Uni<Optional<WrongLines>> wrong(UUID takeover, WrongLines.After after) {
        return pool.preparedQuery(TakeoverSql.WRONG_LINES)
                .execute(Tuple.of(takeover, after.part(), after.line(), WrongLines.MOST + 1))
                .map(WrongLines::page);
    }

    private <T> Uni<Optional<T>> ask(String question, Tuple values, Function<Row, T> read) {
        return pool.preparedQuery(question)
                .execute(values)
                .map((RowSet<Row> rows) -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(read.apply(rows.iterator().next())));
    }

    private static TakeoverView view(Row row, List<Reason> reasons) {
        var missing = row.getArrayOfIntegers("missing");
        return new TakeoverView(
                row.getUUID("takeover_id"),
                row.getString("area"),
                row.getString("origin"),
                row.getLocalDate("begun_on"),
                row.getInteger("parts"),
                row.getLong("received"),
                missing == null ? List.of() : List.of(missing),
                row.getLong("lines"),
                row.getLong("wrong"),
                row.getLong("persons"),
                row.getLong("known"),
                row.getLong("relations"),
                row.getLong("millis"),
                row.getLong("lines_a_second"),
                reasons);
    }
}
