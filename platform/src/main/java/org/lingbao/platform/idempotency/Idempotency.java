package org.lingbao.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.lingbao.platform.idempotency.KeptAnswers.Kept;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;

/**
 * Does a command once per key: the key's row is the first thing that the command's own transaction writes, the answer
 * the last. A second request with the key waits for the first to commit, and is then told the kept answer. An answer
 * that is not kept (a failure) leaves no row, so that the command can be tried again.
 */
@ApplicationScoped
public class Idempotency {
    private final ObjectMapper mapper;

    Idempotency(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Within the Panache session of the running {@code @WithTransaction} command. */
    public Uni<Answer> once(IdempotencyKey key, Supplier<Uni<Answer>> command) {
        return once(new KeptInSession(), key, command);
    }

    /** Within the transaction that runs on this connection. */
    public Uni<Answer> once(SqlConnection transaction, IdempotencyKey key, Supplier<Uni<Answer>> command) {
        return once(new KeptByConnection(transaction), key, command);
    }

    private Uni<Answer> once(KeptAnswers answers, IdempotencyKey key, Supplier<Uni<Answer>> command) {
        return answers.claim(key).chain(first -> first ? doAndKeep(answers, key, command) : tellAgain(answers, key));
    }

    private Uni<Answer> doAndKeep(KeptAnswers answers, IdempotencyKey key, Supplier<Uni<Answer>> command) {
        return command.get().call(answer -> answers.keep(key, answer.status(), answer.location(), write(answer)));
    }

    private Uni<Answer> tellAgain(KeptAnswers answers, IdempotencyKey key) {
        return answers.find(key).map(kept -> {
            if (!kept.sameBody()) {
                throw new ProblemException(
                        Problem.conflict("idempotency-key-reused", new Violation("IDEMPOTENCY_KEY_REUSED")));
            }
            return read(kept);
        });
    }

    private String write(Answer answer) {
        try {
            return mapper.writeValueAsString(answer.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "an answer that is not JSON: " + answer.body().getClass(), e);
        }
    }

    private Answer read(Kept kept) {
        var success = kept.status() < 300;
        try {
            Class<?> form = success ? ObjectNode.class : Problem.class;
            Object body = mapper.readValue(kept.body(), form);
            return new Answer(kept.status(), kept.location(), body, true);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept answer that is not JSON", e);
        }
    }
}
