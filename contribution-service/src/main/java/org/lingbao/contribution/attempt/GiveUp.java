package org.lingbao.contribution.attempt;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.lingbao.asking.scope.Reach;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.identity.Role;

/**
 * Says of an attempt that no money was taken, and lets go of its bill: its channel at any time, a clerk when its outcome is
 * unknown. Money that comes all the same is booked.
 */
@ApplicationScoped
class GiveUp {
    private final Pool pool;
    private final Clock clock;
    private final Audit audit;
    private final Attempts attempts;

    GiveUp(Pool pool, Clock clock, Audit audit, Attempts attempts) {
        this.pool = pool;
        this.clock = clock;
        this.audit = audit;
        this.attempts = attempts;
    }

    /** The attempt as it is then; empty: there is none that the caller may speak for. */
    Uni<Optional<AttemptView>> handle(Caller caller, UUID attempt) {
        return pool.withTransaction(transaction -> giveUp(transaction, caller, attempt)
                .chain(given -> given
                        ? audit.record(transaction, Audit.Entry.ofNobody(caller, "attempt.give-up", "payment attempt"))
                        : Uni.createFrom().voidItem())
                .chain(() -> attempts.find(transaction, caller, attempt)));
    }

    private Uni<Boolean> giveUp(SqlConnection transaction, Caller caller, UUID attempt) {
        var by = caller.is(Role.CLERK) ? "CLERK" : "CHANNEL";
        var parameters = Tuple.tuple()
                .addOffsetDateTime(Attempts.now(clock))
                .addUUID(attempt)
                .addString(by)
                .addString(caller.client());
        return transaction
                .preparedQuery(AttemptSql.GIVE_UP)
                .execute(Reach.of(Holder.scopeOf(caller)).addTo(parameters))
                .map(given -> given.rowCount() == 1);
    }
}
