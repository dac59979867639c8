package org.lingbao.transfer.exchange;

import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.lingbao.local.testing.TestDatabase;

/** Writes letters as a command would, and tells what became of them. */
@ApplicationScoped
class Outgoing {
    static final Duration SOON = Duration.ofSeconds(60);

    private final Mailbox mailbox;
    private final Pool pool;

    Outgoing(Mailbox mailbox, Pool pool) {
        this.mailbox = mailbox;
        this.pool = pool;
    }

    void send(Letter... letters) throws Throwable {
        for (var letter : letters) {
            VertxContextSupport.subscribeAndAwait(
                    () -> pool.withTransaction(transaction -> mailbox.send(transaction, letter)));
        }
    }

    /** Put off in the letter's own transaction: the courier never finds it due. */
    void sendTomorrow(Letter letter) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() ->
                pool.withTransaction(transaction -> mailbox.send(transaction, letter)
                        .chain(() -> transaction.preparedQuery("""
                        update exchange_letter set next_try_at = now() + interval '1 day' where message_id = $1""").execute(Tuple.of(letter.messageId())))));
    }

    /** The command that writes it fails at its end. */
    void sendInVain(Letter letter) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> pool.withTransaction(
                transaction -> mailbox.send(transaction, letter).invoke(() -> {
                    throw new IllegalStateException("as the test wants");
                })));
    }

    static void awaitHeard(Letter letter) {
        Awaitility.await().atMost(SOON).until(() -> heard(letter) == 1);
    }

    static long heard(Letter letter) {
        return TestDatabase.number("select count(*) from echo_heard where message_id = ?", letter.messageId());
    }

    static long tries(Letter letter) {
        return TestDatabase.number("select tries from exchange_letter where message_id = ?", letter.messageId());
    }

    static String problem(Letter letter) {
        return TestDatabase.query(
                        "select problem::text as problem from exchange_letter where message_id = ?", letter.messageId())
                .toString();
    }
}
