package org.lingbao.contribution.resident;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.Idempotency;
import org.lingbao.platform.idempotency.IdempotencyKey;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;

/** Keeps that somebody has looked at a province's tables and found them in its document. */
@ApplicationScoped
class ConfirmTable {
    private static final int CREATED = 201;
    private static final String WHOLE_PROVINCE = "0000";
    private static final String PURPOSE = "contribution";

    private static final String CONFIRM = """
            insert into resident_table (province, year, title, number, published, confirmed_on)
            values ($1, $2, $3, $4, $5, $6) on conflict do nothing""";

    /** Its own statement: it sees what another transaction has confirmed meanwhile. */
    private static final String CONFIRMED = """
            select title, number, published, (title, number, published) = ($3, $4, $5::date) as same_document
            from resident_table where province = $1 and year = $2""";

    private final Pool pool;
    private final Idempotency idempotency;
    private final Audit audit;
    private final BusinessDay day;
    private final String province;

    ConfirmTable(
            Pool pool,
            Idempotency idempotency,
            Audit audit,
            BusinessDay day,
            @ConfigProperty(name = "lingbao.cell") String cell) {
        this.pool = pool;
        this.idempotency = idempotency;
        this.audit = audit;
        this.day = day;
        this.province = cell + WHOLE_PROVINCE;
    }

    Uni<Answer> handle(Caller caller, IdempotencyKey key, TableRequest table) {
        if (!province.equals(table.province())) {
            return Uni.createFrom().failure(notServed(requireNonNull(table.province())));
        }
        return pool.withTransaction(
                transaction -> idempotency.once(transaction, key, () -> confirm(transaction, caller, table)));
    }

    private Uni<Answer> confirm(SqlConnection transaction, Caller caller, TableRequest table) {
        var document = Tuple.of(table.province(), table.year(), table.title(), table.number(), table.publishedOn());
        var row = Tuple.of(
                table.province(), table.year(), table.title(), table.number(), table.publishedOn(), day.today());
        return transaction
                .preparedQuery(CONFIRM)
                .execute(row)
                .chain(() -> transaction.preparedQuery(CONFIRMED).execute(document))
                .invoke(rows -> refuseAnother(rows.iterator().next(), table))
                .chain(() -> audit.record(transaction, Audit.Entry.ofNobody(caller, action(table), PURPOSE)))
                .replaceWith(new Answer(CREATED, null, table, false));
    }

    private static String action(TableRequest table) {
        return "resident-table.confirm " + table.province() + " " + table.year();
    }

    private void refuseAnother(Row stored, TableRequest table) {
        if (!stored.getBoolean("same_document")) {
            throw new ProblemException(Problem.conflict(
                    "resident-table-confirmed",
                    new Violation("RESIDENT_TABLE_CONFIRMED")
                            .with("province", province)
                            .with("year", requireNonNull(table.year()))
                            .with("title", stored.getString("title"))
                            .with("number", stored.getString("number"))
                            .with("published", stored.getLocalDate("published"))));
        }
    }

    private ProblemException notServed(String asked) {
        return new ProblemException(Problem.malformed(new Violation("PLACE_NOT_SERVED")
                .with("place", asked)
                .with("cell", province)
                .at("/province")));
    }
}
