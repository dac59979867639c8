package org.lingbao.contribution.reminder;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import org.lingbao.contribution.sweep.Sweep;
import org.lingbao.contribution.sweep.Sweeps;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.Idempotency;
import org.lingbao.platform.idempotency.IdempotencyKey;
import org.lingbao.platform.identity.Caller;

/** Takes the order to remind all whose window closes soon. */
@ApplicationScoped
class OrderReminders {
    private static final int ACCEPTED = 202;
    private static final String PURPOSE = "contribution";

    private final Pool pool;
    private final Idempotency idempotency;
    private final Sweeps sweeps;
    private final BusinessDay day;
    private final Audit audit;

    OrderReminders(Pool pool, Idempotency idempotency, Sweeps sweeps, BusinessDay day, Audit audit) {
        this.pool = pool;
        this.idempotency = idempotency;
        this.sweeps = sweeps;
        this.day = day;
        this.audit = audit;
    }

    Uni<Answer> handle(Caller caller, IdempotencyKey key, boolean dry) {
        return pool.withTransaction(
                        transaction -> idempotency.once(transaction, key, () -> order(transaction, caller, dry)))
                .invoke(sweeps::wake);
    }

    private Uni<Answer> order(SqlConnection transaction, Caller caller, boolean dry) {
        var today = day.today();
        var month = YearMonth.from(today);
        return sweeps.begin(transaction, Sweep.Kind.REMINDER, month, month, dry, today)
                .call(() -> audit.record(transaction, Audit.Entry.ofNobody(caller, "reminder.run", PURPOSE)))
                .chain(run -> sweeps.find(transaction, Sweep.Kind.REMINDER, run)
                        .map(seen -> new Answer(
                                ACCEPTED, "/reminder-runs/" + run, ReminderRun.of(seen.orElseThrow()), false)));
    }
}
