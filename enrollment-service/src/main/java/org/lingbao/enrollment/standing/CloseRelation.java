package org.lingbao.enrollment.standing;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.UUID;
import org.lingbao.enrollment.standing.RelationClosedV1.Because;
import org.lingbao.platform.outbox.Outbox;
import org.lingbao.rules.value.Scheme;

/**
 * Ends the relation that a transfer has emptied, in the transaction of the event that tells of it. The person is locked
 * first, as by an application, so that the two come one after the other.
 */
@ApplicationScoped
class CloseRelation {
    private static final String LOCK = "select from person where id = $1 for update";

    /**
     * A live relation of the scheme in the old province, unless it was opened after the transfer: then it is a later one.
     * It ends with the month before, but not before it began.
     */
    private static final String CLOSE = """
            update relation set to_month = greatest(from_month, $4), closed_on = $5, closed_because = $6
            where person_id = $1 and scheme = $2 and to_month is null
              and starts_with(place, $3) and opened_on <= $5
            returning id, place, to_month""";

    private final Outbox outbox;

    CloseRelation(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Nothing where the rights came in, or where no such relation lives. */
    Uni<Void> after(SqlConnection transaction, TransferCompleted completed) {
        return completed.movedOut()
                ? transaction
                        .preparedQuery(LOCK)
                        .execute(Tuple.of(completed.personId()))
                        .chain(() -> close(transaction, completed))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> close(SqlConnection transaction, TransferCompleted completed) {
        var lastMonth = YearMonth.from(completed.completedOn()).minusMonths(1);
        return transaction
                .preparedQuery(CLOSE)
                .execute(Tuple.of(
                        completed.personId(),
                        Scheme.EMPLOYEE.name(),
                        completed.province(),
                        lastMonth.atDay(1),
                        completed.completedOn(),
                        Because.TRANSFERRED_OUT.name()))
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .onItem()
                .transformToUniAndConcatenate(row ->
                        outbox.append(transaction, RelationClosedV1.TYPE, completed.personId(), closed(row, completed)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static RelationClosedV1 closed(Row row, TransferCompleted completed) {
        UUID relation = row.getUUID("id");
        return new RelationClosedV1(
                relation,
                completed.personId(),
                Scheme.EMPLOYEE,
                row.getString("place"),
                YearMonth.from(row.getLocalDate("to_month")),
                Because.TRANSFERRED_OUT,
                completed.completedOn());
    }
}
