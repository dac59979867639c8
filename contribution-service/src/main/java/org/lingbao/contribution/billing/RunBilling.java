package org.lingbao.contribution.billing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.UUID;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.Idempotency;
import org.lingbao.platform.idempotency.IdempotencyKey;
import org.lingbao.platform.identity.Caller;

/** Takes the order to bill a month; it is done by the {@link BillingWorker}. A run of the month that goes on is the answer to all. */
@ApplicationScoped
class RunBilling {
    private static final int ACCEPTED = 202;
    private static final String PURPOSE = "contribution";

    private static final String BEGIN = """
            with begun as (
                insert into billing_run (run_id, month, dry, asked_on) values ($1, $2, $3, $4)
                on conflict (month, dry) where finished_at is null do nothing returning run_id
            )
            select run_id from begun
            union all
            select run_id from billing_run where month = $2 and dry = $3 and finished_at is null limit 1""";

    private final Pool pool;
    private final Idempotency idempotency;
    private final BillingWorker worker;
    private final BusinessDay day;
    private final Audit audit;

    RunBilling(Pool pool, Idempotency idempotency, BillingWorker worker, BusinessDay day, Audit audit) {
        this.pool = pool;
        this.idempotency = idempotency;
        this.worker = worker;
        this.day = day;
        this.audit = audit;
    }

    Uni<Answer> handle(Caller caller, IdempotencyKey key, YearMonth month, boolean dry) {
        return pool.withTransaction(transaction -> idempotency.once(
                        transaction,
                        key,
                        () -> begin(transaction, month, dry)
                                .call(() -> audit.record(
                                        transaction, Audit.Entry.ofNobody(caller, "billing.run", PURPOSE)))))
                .invoke(worker::wake);
    }

    /** Should another have begun it at this very moment, this one begins again and finds it. */
    private Uni<Answer> begin(SqlConnection transaction, YearMonth month, boolean dry) {
        var asked = Tuple.of(Ids.next(), month.atDay(1), dry, day.today());
        return transaction
                .preparedQuery(BEGIN)
                .execute(asked)
                .chain(rows -> rows.size() == 0
                        ? begin(transaction, month, dry)
                        : accepted(transaction, rows.iterator().next().getUUID("run_id")));
    }

    private static Uni<Answer> accepted(SqlConnection transaction, UUID run) {
        return BillingRuns.find(transaction, run)
                .map(view -> new Answer(ACCEPTED, "/billing-runs/" + run, view.orElseThrow(), false));
    }
}
