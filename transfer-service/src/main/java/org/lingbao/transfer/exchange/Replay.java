package org.lingbao.transfer.exchange;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.identity.Caller;

/** Sends again what has no verdict, because an operator wants it now. */
@ApplicationScoped
class Replay {
    private final Pool pool;
    private final Mailbox mailbox;
    private final Audit audit;

    Replay(Pool pool, Mailbox mailbox, Audit audit) {
        this.pool = pool;
        this.mailbox = mailbox;
        this.audit = audit;
    }

    Uni<List<Integer>> handle(Caller caller, UUID caseId, String partner, int since) {
        var entry = Audit.Entry.ofNobody(
                caller, "exchange.replay", "case %s with %s since %d".formatted(caseId, partner, since));
        return pool.withTransaction(transaction ->
                audit.record(transaction, entry).chain(() -> mailbox.resendFrom(transaction, caseId, partner, since)));
    }
}
