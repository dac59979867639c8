package org.lingbao.contribution.suspense;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.scope.Reach;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.identity.Caller;

/** What is in suspense, and how it goes back. */
@ApplicationScoped
class Suspense {
    private static final String UNIQUE_VIOLATION = "23505";

    /** How many a page shows at most, and unless less are asked for. */
    static final int PAGE = 100;

    private final Pool pool;
    private final BusinessDay day;
    private final Audit audit;

    Suspense(Pool pool, BusinessDay day, Audit audit) {
        this.pool = pool;
        this.day = day;
        this.audit = audit;
    }

    /** What became of an order. */
    sealed interface Ordered {
        /** It is given now. */
        record New(RefundView refund) implements Ordered {}

        /** It had been given. */
        record Known(RefundView refund) implements Ordered {}

        /** The money of this receipt has paid its bill. */
        record NotSuspended() implements Ordered {}

        /** There is no such receipt. */
        record NoReceipt() implements Ordered {}
    }

    /** @param after the last receipt of the page before; null: from the beginning */
    Uni<SuspenseItem.Page> list(Caller caller, SuspenseState state, @Nullable UUID after, int most) {
        var today = day.today();
        return pool.preparedQuery(RefundSql.LIST)
                .execute(Reach.of(caller.scope()).addTo(Tuple.of(after, most + 1, state.name())))
                .map(rows -> {
                    var items = all(rows).stream()
                            .limit(most)
                            .map(row -> SuspenseItem.read(row, today))
                            .toList();
                    return new SuspenseItem.Page(
                            items, rows.size() > most ? items.getLast().receiptId() : null);
                });
    }

    /** Orders that the money of a receipt be given back; the same again is told the same. */
    Uni<Ordered> order(Caller caller, String receiptNumber) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(RefundSql.ORDER)
                .execute(Tuple.of(receiptNumber, Ids.next(), day.today()))
                .chain(ordered -> ordered.rowCount() == 0
                        ? known(transaction, receiptNumber)
                        : audit.record(transaction, Audit.Entry.ofNobody(caller, "refund.order", "suspense"))
                                .chain(() -> ofReceipt(transaction, receiptNumber))
                                .map(found -> new Ordered.New(found.orElseThrow()))));
    }

    private static Uni<Ordered> known(SqlConnection transaction, String receiptNumber) {
        return ofReceipt(transaction, receiptNumber)
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(new Ordered.Known(found.get()))
                        : transaction
                                .preparedQuery(RefundSql.IS_RECEIPT)
                                .execute(Tuple.of(receiptNumber))
                                .map(rows -> rows.size() == 0 ? new Ordered.NoReceipt() : new Ordered.NotSuspended()));
    }

    private static Uni<Optional<RefundView>> ofReceipt(SqlConnection transaction, String receiptNumber) {
        return transaction
                .preparedQuery(RefundSql.OF_RECEIPT)
                .execute(Tuple.of(receiptNumber))
                .map(Suspense::first);
    }

    /** What the payer is still to give back. */
    Uni<RefundView.Page> open(String payer, @Nullable UUID after, int most) {
        return pool.preparedQuery(RefundSql.OPEN)
                .execute(Tuple.of(payer, after, most + 1))
                .map(rows -> {
                    var refunds =
                            all(rows).stream().limit(most).map(RefundView::read).toList();
                    return new RefundView.Page(
                            refunds, rows.size() > most ? refunds.getLast().refundId() : null);
                });
    }

    /** Books that the payer has given it back; what it said first holds. Empty: there is no such order of this payer. */
    Uni<Optional<RefundView>> executed(String payer, UUID refund, String serial) {
        return pool.preparedQuery(RefundSql.EXECUTE)
                .execute(Tuple.of(refund, payer, day.today(), serial, Ids.next()))
                .replaceWithVoid()
                .onFailure(Suspense::isKnown)
                .recoverWithNull()
                .chain(() -> pool.preparedQuery(RefundSql.OF_PAYER).execute(Tuple.of(refund, payer)))
                .map(Suspense::first);
    }

    /** The number came for another refund in the same moment: nothing is booked. */
    private static boolean isKnown(Throwable failure) {
        return failure instanceof PgException refused && UNIQUE_VIOLATION.equals(refused.getSqlState());
    }

    private static Optional<RefundView> first(RowSet<Row> rows) {
        return all(rows).stream().map(RefundView::read).findFirst();
    }

    private static List<Row> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }
}
