package org.lingbao.transfer.transfer;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.lingbao.transfer.transfer.domain.CaseId;
import org.lingbao.transfer.transfer.domain.Correspondence;
import org.lingbao.transfer.transfer.domain.Moment;

/** Reads cases and locks them, and writes their states. Whoever has a case has it alone until the transaction ends. */
@ApplicationScoped
class Dockets {
    private static final String MAKE = """
            insert into transfer_case (case_id, partner) values ($1, $2) on conflict do nothing""";

    private static final String LOCK = """
            select case_id, partner, side, state::text as state, day from transfer_case
            where case_id = $1 and %s for update""";

    private static final String LOCK_BY_PARTNER = LOCK.formatted("partner = $2");
    private static final String LOCK_CASE = LOCK.formatted("side is not null");

    private static final String ALONE =
            "select pg_advisory_xact_lock(hashtextextended('transfer of ' || cast($1 as text), 0))";

    private static final String IS_OPEN =
            "select exists (select from transfer_case where person_id = $1 and open) as open";

    private static final String IS_ELSEWHERE = """
            select exists (select from transfer_case where case_id = $1 and side is not null) as elsewhere""";

    private static final String WRITE = """
            update transfer_case set side = $3, person_id = $4, old_place = $5, new_place = $6, status = $7,
                state = cast(cast($8 as text) as jsonb), open = $9, day = $10, due_on = $11,
                opened_on = coalesce(opened_on, $10)
            where case_id = $1 and partner = $2""";

    private static final String EXPLAIN =
            "update transfer_case set explanation = cast(cast($2 as text) as jsonb) where case_id = $1 and side = 'IN'";

    private final Messages messages;

    Dockets(Messages messages) {
        this.messages = messages;
    }

    /** All that is known of a case with this partner; the first time, that is nothing. */
    Uni<Docket> lock(SqlConnection transaction, CaseId id, String partner) {
        var key = Tuple.of(id.value(), partner);
        return transaction
                .preparedQuery(MAKE)
                .execute(key)
                .chain(() -> transaction.preparedQuery(LOCK_BY_PARTNER).execute(key))
                .chain(found -> read(transaction, found))
                .map(Optional::orElseThrow);
    }

    /** A case that there is. */
    Uni<Optional<Docket>> find(SqlConnection transaction, CaseId id) {
        return transaction
                .preparedQuery(LOCK_CASE)
                .execute(Tuple.of(id.value()))
                .chain(found -> read(transaction, found));
    }

    /** Messages are read after the lock is held: before it another transaction may have been writing some. */
    private Uni<Optional<Docket>> read(SqlConnection transaction, RowSet<Row> found) {
        if (found.size() == 0) {
            return Uni.createFrom().item(Optional.empty());
        }
        var row = found.iterator().next();
        return messages.of(transaction, row.getUUID("case_id"), row.getString("partner"))
                .map(mail -> Optional.of(docket(row, mail)));
    }

    private static Docket docket(Row row, Correspondence mail) {
        var side = row.getString("side");
        return new Docket(
                new CaseId(row.getUUID("case_id")),
                row.getString("partner"),
                side == null ? null : StateJson.read(side, row.getString("state")),
                mail,
                row.getLocalDate("day"));
    }

    /** Whether a transfer of the person is going on; nobody else opens one until this transaction ends. */
    Uni<Boolean> isOpen(SqlConnection transaction, UUID person) {
        return transaction
                .preparedQuery(ALONE)
                .execute(Tuple.of(person.toString()))
                .chain(() -> transaction.preparedQuery(IS_OPEN).execute(Tuple.of(person)))
                .map(found -> found.iterator().next().getBoolean("open"));
    }

    /** Whether there is a case of this name, such as one with another province. */
    Uni<Boolean> exists(SqlConnection transaction, CaseId id) {
        return transaction
                .preparedQuery(IS_ELSEWHERE)
                .execute(Tuple.of(id.value()))
                .map(found -> found.iterator().next().getBoolean("elsewhere"));
    }

    /** @param moment when; what is due then is written beside the state */
    Uni<Void> write(SqlConnection transaction, Docket docket, Moment moment) {
        var side = Objects.requireNonNull(docket.side(), "only a case has a state");
        var move = side.move();
        return transaction
                .preparedQuery(WRITE)
                .execute(Tuple.from(Arrays.asList(
                        docket.id().value(),
                        docket.partner(),
                        side.name(),
                        move.person().value(),
                        move.oldPlace().code(),
                        move.newPlace().code(),
                        side.status().name(),
                        StateJson.write(side),
                        !side.isEnded(),
                        docket.day(),
                        side.runsUntil(moment))))
                .replaceWithVoid();
    }

    /** Keeps how the law decided the application. */
    Uni<Void> explain(SqlConnection transaction, CaseId id, String trace) {
        return transaction
                .preparedQuery(EXPLAIN)
                .execute(Tuple.of(id.value(), trace))
                .replaceWithVoid();
    }
}
