package org.lingbao.contribution.resident;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.Idempotency;
import org.lingbao.platform.idempotency.IdempotencyKey;
import org.lingbao.platform.identity.Caller;

/** Keeps that somebody has looked at a province's tables and found them in its document. */
@ApplicationScoped
class ConfirmTable {
    private static final int CREATED = 201;
    private static final String PURPOSE = "contribution";

    private static final String CONFIRM = """
            insert into resident_table (province, year, title, number, published, confirmed_on)
            values ($1, $2, $3, $4, $5, $6) on conflict do nothing""";

    private final Pool pool;
    private final Idempotency idempotency;
    private final Audit audit;
    private final BusinessDay day;

    ConfirmTable(Pool pool, Idempotency idempotency, Audit audit, BusinessDay day) {
        this.pool = pool;
        this.idempotency = idempotency;
        this.audit = audit;
        this.day = day;
    }

    Uni<Answer> handle(Caller caller, IdempotencyKey key, TableRequest table) {
        var row = Tuple.of(
                table.province(), table.year(), table.title(), table.number(), table.publishedOn(), day.today());
        return pool.withTransaction(transaction -> idempotency.once(
                transaction,
                key,
                () -> transaction
                        .preparedQuery(CONFIRM)
                        .execute(row)
                        .chain(() -> audit.record(
                                transaction, Audit.Entry.ofNobody(caller, "resident-table.confirm", PURPOSE)))
                        .replaceWith(new Answer(CREATED, null, table, false))));
    }
}
