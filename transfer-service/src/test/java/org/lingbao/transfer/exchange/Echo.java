package org.lingbao.transfer.exchange;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;

/** A feature that keeps what it is told and says what the document asks it to say. */
@ApplicationScoped
class Echo implements Correspondent {
    static final String DOCUMENT = "ZZ01";

    private final AtomicInteger down = new AtomicInteger();
    private final AtomicInteger failing = new AtomicInteger();

    /** The next question finds that what it needs is down. */
    void needsWhatIsDown() {
        down.set(1);
    }

    /** The next transaction fails after everything was written. */
    void failsAtTheEnd() {
        failing.set(1);
    }

    @Override
    public Set<String> documents() {
        return Set.of(DOCUMENT);
    }

    @Override
    public Uni<Function<SqlConnection, Uni<Reply>>> read(Letter letter) {
        return down.getAndUpdate(Echo::oneLess) > 0
                ? Uni.createFrom()
                        .failure(new ProblemException(Problem.unavailable("UNAVAILABLE", Duration.ofSeconds(7))))
                : Uni.createFrom().item(transaction -> decide(transaction, letter));
    }

    private Uni<Reply> decide(SqlConnection transaction, Letter letter) {
        var text = letter.body().get("text").asText();
        if (text.startsWith("reject ")) {
            var codes = List.of(text.substring("reject ".length()).split(" "));
            return Uni.createFrom().item(new Reply.Given(new Verdict.Rejected(codes), false));
        }
        return transaction
                .preparedQuery("insert into echo_read (message_id, case_id, sequence, text) values ($1, $2, $3, $4)")
                .execute(Tuple.of(letter.messageId(), letter.caseId(), letter.sequence(), text))
                .invoke(this::failIfAsked)
                .replaceWith(new Reply.Given(new Verdict.Accepted(), false));
    }

    @Override
    public Uni<Void> heard(SqlConnection transaction, Letter ours, Verdict verdict) {
        return transaction
                .preparedQuery("""
                        insert into echo_heard (message_id, case_id, sequence, verdict, text)
                        values ($1, $2, $3, $4, $5)""")
                .execute(Tuple.of(
                        ours.messageId(),
                        ours.caseId(),
                        ours.sequence(),
                        verdict.toString(),
                        ours.body().get("text").asText()))
                .invoke(this::failIfAsked)
                .replaceWithVoid();
    }

    private void failIfAsked() {
        if (failing.getAndUpdate(Echo::oneLess) > 0) {
            throw new IllegalStateException("as the test wants");
        }
    }

    private static int oneLess(int number) {
        return Math.max(0, number - 1);
    }
}
