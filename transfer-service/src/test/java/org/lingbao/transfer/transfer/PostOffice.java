package org.lingbao.transfer.transfer;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.lingbao.transfer.exchange.Letter;
import org.lingbao.transfer.exchange.Reply;
import org.lingbao.transfer.exchange.Verdict;
import org.lingbao.transfer.exchange.WaitingMail;

/** Carries letters by hand, each in one transaction as the exchange does. */
@ApplicationScoped
class PostOffice {
    private final Pool pool;
    private final Letters letters;
    private final WaitingMail waiting;

    PostOffice(Pool pool, Letters letters, WaitingMail waiting) {
        this.pool = pool;
        this.letters = letters;
        this.waiting = waiting;
    }

    /** A letter for this cell. */
    Reply deliver(Letter letter) {
        return await(() -> letters.read(letter).chain(take -> pool.withTransaction(take::apply)));
    }

    /** The partner's verdict on a letter of this cell. */
    void hear(Letter ours, Verdict verdict) {
        var unused = await(() -> pool.withTransaction(transaction -> letters.heard(transaction, ours, verdict)));
    }

    /** What this cell has written in a case and not heard of by the exchange, in order. */
    List<Letter> written(UUID id) {
        return waiting.of(id);
    }

    static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
