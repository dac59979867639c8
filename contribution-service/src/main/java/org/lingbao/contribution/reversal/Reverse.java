package org.lingbao.contribution.reversal;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.lingbao.contribution.ledger.Accounts;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.outbox.Outbox;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.value.Scheme;

/** Undoes a payment that was booked by mistake, once: new entries, its months open again, and those told who counted them. */
@ApplicationScoped
class Reverse {
    private final Pool pool;
    private final Accounts accounts;
    private final BusinessDay day;
    private final Outbox outbox;
    private final Audit audit;

    Reverse(Pool pool, Accounts accounts, BusinessDay day, Outbox outbox, Audit audit) {
        this.pool = pool;
        this.accounts = accounts;
        this.day = day;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** What became of it. */
    sealed interface Outcome {
        /** It is undone now. */
        record Reversed(ReversalView reversal) implements Outcome {}

        /** It was undone before; nothing happened. */
        record Known(ReversalView reversal) implements Outcome {}

        /** It was undone before for another reason; nothing happened. */
        record KnownOtherwise() implements Outcome {}

        /** It stays, for all of these. */
        record Refused(List<Violation> reasons) implements Outcome {
            public Refused {
                reasons = List.copyOf(reasons);
            }
        }

        /** There is no such receipt. */
        record NoReceipt() implements Outcome {}
    }

    /** A payment that is asked to be undone. */
    private record Asked(Caller caller, UUID receipt, UUID person, UUID bill, Scheme scheme, ReversalReason reason) {}

    Uni<Outcome> handle(Caller caller, String receiptNumber, ReversalReason reason) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(ReversalSql.RECEIPT)
                .execute(Tuple.of(receiptNumber))
                .map(Reverse::first)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(new Outcome.NoReceipt())
                        : of(transaction, caller, found.get(), reason)));
    }

    private Uni<Outcome> of(SqlConnection transaction, Caller caller, Row receipt, ReversalReason reason) {
        var bill = receipt.getUUID("bill_id");
        if (bill == null) { // money for a bill that there is not has paid none
            return Uni.createFrom().item(new Outcome.Refused(Refusals.of(List.of("NOT_PAID"))));
        }
        var asked = new Asked(
                caller,
                receipt.getUUID("receipt_id"),
                receipt.getUUID("person_id"),
                bill,
                Scheme.valueOf(receipt.getString("scheme")),
                reason);
        return transaction
                .preparedQuery(ReversalSql.LOCK)
                .execute(Tuple.of(bill))
                .chain(() -> accounts.lock(transaction, asked.person(), asked.scheme()))
                .chain(() -> find(transaction, asked))
                .chain(known -> known.isPresent() ? known(asked, known.get()) : decide(transaction, asked));
    }

    private static Uni<Outcome> known(Asked asked, ReversalView reversal) {
        return Uni.createFrom()
                .item(reversal.reason() == asked.reason() ? new Outcome.Known(reversal) : new Outcome.KnownOtherwise());
    }

    private Uni<Outcome> decide(SqlConnection transaction, Asked asked) {
        return transaction
                .preparedQuery(ReversalSql.REASONS)
                .execute(Tuple.of(asked.receipt()))
                .map(rows -> Arrays.asList(rows.iterator().next().getArrayOfStrings("reasons")))
                .chain(reasons -> reasons.isEmpty()
                        ? reverse(transaction, asked)
                        : Uni.createFrom().item(new Outcome.Refused(Refusals.of(reasons))));
    }

    private Uni<Outcome> reverse(SqlConnection transaction, Asked asked) {
        var today = day.today();
        return transaction
                .preparedQuery(ReversalSql.WITHDRAW)
                .execute(Tuple.of(asked.bill(), today))
                .chain(() -> transaction
                        .preparedQuery(ReversalSql.BILL_AGAIN)
                        .execute(Tuple.of(asked.bill(), today, Ids.next())))
                .map(rows -> first(rows).map(row -> row.getUUID("bill_id")))
                .chain(again -> transaction
                        .preparedQuery(ReversalSql.BOOK)
                        .execute(Tuple.tuple()
                                .addUUID(asked.receipt())
                                .addLocalDate(today)
                                .addUUID(Ids.next())
                                .addString(asked.reason().name())
                                .addBoolean(asked.reason().leavesMoney())
                                .addUUID(again.orElse(null))))
                .chain(() -> audit.record(
                        transaction,
                        new Audit.Entry(asked.caller(), "payment.reverse", asked.person(), "mistake of a bank")))
                .chain(() -> tell(transaction, asked))
                .chain(() -> find(transaction, asked))
                .map(found -> new Outcome.Reversed(found.orElseThrow()));
    }

    private Uni<Void> tell(SqlConnection transaction, Asked asked) {
        return transaction
                .preparedQuery(ReversalSql.TOLD)
                .execute(Tuple.of(asked.receipt()))
                .map(rows -> PaymentReversedV1.read(rows.iterator().next()))
                .chain(event -> outbox.append(transaction, PaymentReversedV1.TYPE, event.personId(), event))
                .replaceWithVoid();
    }

    private static Uni<Optional<ReversalView>> find(SqlConnection transaction, Asked asked) {
        return transaction
                .preparedQuery(ReversalSql.FIND)
                .execute(Tuple.of(asked.receipt()))
                .map(rows -> first(rows).map(ReversalView::read));
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst();
    }
}
