package org.lingbao.contribution.insured;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.identity.Caller;

/** Shows a person's data. Whoever sees another's leaves a line in the audit, in the same transaction, or sees nothing. */
@ApplicationScoped
public class Disclosure {
    private final Pool pool;
    private final Audit audit;

    Disclosure(Pool pool, Audit audit) {
        this.pool = pool;
        this.audit = audit;
    }

    /**
     * Runs a query whose answer is a person's data, if it finds any.
     *
     * @param caller who asks
     * @param action what is read, such as {@code statement.read}
     * @param person whose data it is
     */
    public <T> Uni<Optional<T>> to(
            Caller caller, String action, UUID person, Function<SqlClient, Uni<Optional<T>>> query) {
        if (caller.scope() instanceof AccessScope.Own) {
            return query.apply(pool);
        }
        var entry = new Audit.Entry(caller, action, person, "contribution");
        return pool.withTransaction(transaction -> query.apply(transaction)
                .call(found -> found.isPresent()
                        ? audit.record(transaction, entry)
                        : Uni.createFrom().voidItem()));
    }
}
