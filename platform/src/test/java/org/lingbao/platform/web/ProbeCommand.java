package org.lingbao.platform.web;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.Idempotency;
import org.lingbao.platform.idempotency.IdempotencyKey;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.Violation;

/** One row per command that is done, in each of the two styles; some names are refused or fail. */
@ApplicationScoped
public class ProbeCommand {
    private static final String INSERT = "insert into thing (id, name) values ($1, $2)";

    private final Idempotency idempotency;
    private final Pool pool;
    private final AtomicInteger failuresLeft = new AtomicInteger();

    ProbeCommand(Idempotency idempotency, Pool pool) {
        this.idempotency = idempotency;
        this.pool = pool;
    }

    void failNext() {
        failuresLeft.set(1);
    }

    @WithTransaction
    public Uni<Answer> byPanache(IdempotencyKey key, String name) {
        return idempotency.once(
                key,
                () -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(INSERT.replace('$', '?'))
                                .setParameter(1, UUID.randomUUID())
                                .setParameter(2, name)
                                .executeUpdate())
                        .map(inserted -> answer(name)));
    }

    public Uni<Answer> bySql(IdempotencyKey key, String name) {
        return pool.withTransaction(transaction -> idempotency.once(
                transaction,
                key,
                () -> transaction
                        .preparedQuery(INSERT)
                        .execute(Tuple.of(UUID.randomUUID(), name))
                        .map(inserted -> answer(name))));
    }

    private Answer answer(String name) {
        if (failuresLeft.getAndDecrement() > 0) {
            throw new IllegalStateException("fails once");
        }
        return name.startsWith("refused")
                ? Answer.refused(Problem.unprocessable("refused", List.of(new Violation("ALREADY_ENROLLED"))))
                : Answer.created("/things/1", Map.of("name", name, "made", UUID.randomUUID()));
    }
}
