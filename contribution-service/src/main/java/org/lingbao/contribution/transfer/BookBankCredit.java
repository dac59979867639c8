package org.lingbao.contribution.transfer;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.contribution.transfer.domain.CaseId;
import org.lingbao.contribution.transfer.domain.Part;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.id.Ids;

/** Books money between provinces that a bank received, each of its serials once for ever: to its case, back, or to suspense. */
@ApplicationScoped
class BookBankCredit {
    private static final int MOST_TRIES = 3;

    private static final String ONE_AT_A_TIME =
            "select pg_advisory_xact_lock(hashtextextended('bank-credit ' || $1::text || ' ' || $2::text, 0))";

    private static final String FIND = "select " + BankCreditView.COLUMNS + """
            , body_hash = $3 as same_body from bank_credit where bank = $1 and serial = $2""";

    /** The case that awaits the money, or that had paid it out. */
    private static final String CASE_OF = """
            select case_id from expected_fund where reference = $1 and case_id is not null
            union all
            select case_id from payment_order where reference = $1 and kind = 'TRANSFER'
            limit 1""";

    private static final String OWN_ORDER = """
            select order_id from payment_order
            where case_id = $1 and kind = 'TRANSFER' and bank = $2 and amount_fen = $3 and returned_by is null for update""";

    private static final String CAME_BACK = "update payment_order set returned_by = $2 where order_id = $1";

    private static final String COUNT = """
            insert into expected_fund as held (reference, received_fen) values ($1, $2)
            on conflict (reference) do update set received_fen = held.received_fen + excluded.received_fen
            returning case_id""";

    private static final String INSERT = """
            insert into bank_credit (bank_credit_id, bank, serial, reference, amount_fen, value_date, body_hash, booked_on,
                                     outcome)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning """ + " " + BankCreditView.COLUMNS;

    private final Pool pool;
    private final CaseRows cases;
    private final Answers answers;
    private final BusinessDay day;

    BookBankCredit(Pool pool, CaseRows cases, Answers answers, BusinessDay day) {
        this.pool = pool;
        this.cases = cases;
        this.answers = answers;
        this.day = day;
    }

    /** What became of a report. */
    sealed interface Result {
        /** It is booked now. */
        record Booked(BankCreditView credit) implements Result {}

        /** It was booked before; nothing happened. */
        record Known(BankCreditView credit) implements Result {}

        /** Another report was booked under this serial; nothing happened. */
        record Reused() implements Result {}
    }

    /** A case claimed the reference between two of our statements: all is rolled back and begun again. */
    private static final class ClaimedMeanwhile extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    Uni<Result> handle(BankCredit credit) {
        var today = day.today();
        return pool.withTransaction(transaction -> transaction
                        .preparedQuery(ONE_AT_A_TIME)
                        .execute(Tuple.of(credit.bank(), credit.serial()))
                        .chain(() -> known(transaction, credit))
                        .chain(known -> known.isPresent()
                                ? Uni.createFrom().item(known)
                                : book(transaction, credit, today).map(Optional::of)))
                .onFailure(ClaimedMeanwhile.class)
                .retry()
                .atMost(MOST_TRIES)
                .map(Optional::orElseThrow);
    }

    private static Uni<Optional<Result>> known(SqlConnection transaction, BankCredit credit) {
        return transaction
                .preparedQuery(FIND)
                .execute(Tuple.of(credit.bank(), credit.serial(), Buffer.buffer(credit.hash())))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next())
                                .map(row -> row.getBoolean("same_body")
                                        ? new Result.Known(BankCreditView.read(row))
                                        : new Result.Reused()));
    }

    private Uni<Result> book(SqlConnection transaction, BankCredit credit, LocalDate today) {
        return transaction
                .preparedQuery(CASE_OF)
                .execute(Tuple.of(credit.reference()))
                .chain(rows -> rows.size() == 0
                        ? unknown(transaction, credit, today)
                        : of(transaction, new CaseId(rows.iterator().next().getUUID("case_id")), credit, today));
    }

    private Uni<Result> unknown(SqlConnection transaction, BankCredit credit, LocalDate today) {
        return count(transaction, credit)
                .invoke(claimed -> {
                    if (claimed.isPresent()) {
                        throw new ClaimedMeanwhile();
                    }
                })
                .chain(() -> suspend(transaction, credit, today));
    }

    private Uni<Result> of(SqlConnection transaction, CaseId id, BankCredit credit, LocalDate today) {
        return cases.lock(transaction, id).chain(part -> switch (part) {
            case Part.Expecting expecting ->
                arrived(transaction, id, credit, BankCredit.Outcome.EXPECTED, today)
                        .call(() -> answers.arrived(
                                transaction, id, expecting.received().plus(credit.amount())))
                        .map(Result.Booked::new);
            case Part.SentBack _ ->
                arrived(transaction, id, credit, BankCredit.Outcome.SENT_BACK, today)
                        .call(view -> post(transaction, ArrivalSql.RETURN_LATE, id.value(), view, today))
                        .map(Result.Booked::new);
            case Part.Released _, Part.Restored _ -> back(transaction, id, credit, today);
            case Part.None _, Part.Sealed _, Part.Settled _, Part.Credited _ -> suspend(transaction, credit, today);
        });
    }

    private static Uni<BankCreditView> arrived(
            SqlConnection transaction, CaseId id, BankCredit credit, BankCredit.Outcome outcome, LocalDate today) {
        return count(transaction, credit)
                .chain(() -> write(transaction, credit, outcome, today))
                .call(view -> post(transaction, ArrivalSql.EXPECTED, id.value(), view, today));
    }

    /** Money that we had paid out and that comes back whole closes its order; anything else somebody must look at. */
    private Uni<Result> back(SqlConnection transaction, CaseId id, BankCredit credit, LocalDate today) {
        return transaction
                .preparedQuery(OWN_ORDER)
                .execute(Tuple.of(id.value(), credit.bank(), credit.amount().fen()))
                .chain(orders -> orders.size() == 0
                        ? suspend(transaction, credit, today)
                        : write(transaction, credit, BankCredit.Outcome.RETURNED, today)
                                .call(view -> transaction
                                        .preparedQuery(CAME_BACK)
                                        .execute(Tuple.of(
                                                orders.iterator().next().getUUID("order_id"), view.bankCreditId())))
                                .map(Result.Booked::new));
    }

    private static Uni<Result> suspend(SqlConnection transaction, BankCredit credit, LocalDate today) {
        return write(transaction, credit, BankCredit.Outcome.SUSPENDED, today)
                .call(view -> post(transaction, ArrivalSql.SUSPENDED, null, view, today))
                .map(Result.Booked::new);
    }

    private static Uni<Optional<UUID>> count(SqlConnection transaction, BankCredit credit) {
        return transaction
                .preparedQuery(COUNT)
                .execute(Tuple.of(credit.reference(), credit.amount().fen()))
                .map(rows -> Optional.ofNullable(rows.iterator().next().getUUID("case_id")));
    }

    private static Uni<BankCreditView> write(
            SqlConnection transaction, BankCredit credit, BankCredit.Outcome outcome, LocalDate today) {
        return transaction
                .preparedQuery(INSERT)
                .execute(Tuple.tuple()
                        .addUUID(Ids.next())
                        .addString(credit.bank())
                        .addString(credit.serial())
                        .addString(credit.reference())
                        .addLong(credit.amount().fen())
                        .addLocalDate(credit.valueDate())
                        .addValue(Buffer.buffer(credit.hash()))
                        .addLocalDate(today)
                        .addString(outcome.name()))
                .map(rows -> BankCreditView.read(rows.iterator().next()));
    }

    private static Uni<Void> post(
            SqlConnection transaction,
            String statement,
            @Nullable UUID transfer,
            BankCreditView view,
            LocalDate today) {
        return transaction
                .preparedQuery(statement)
                .execute(Tuple.of(transfer, today, view.bankCreditId()))
                .replaceWithVoid();
    }
}
