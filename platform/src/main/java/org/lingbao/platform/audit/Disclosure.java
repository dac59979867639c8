package org.lingbao.platform.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.identity.Caller;

/** Shows a person's data. Whoever sees another's leaves a line in the audit, in the same transaction, or sees nothing. */
@ApplicationScoped
public class Disclosure {
    private final Pool pool;
    private final Audit audit;
    private final String purpose;

    Disclosure(Pool pool, Audit audit, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.pool = pool;
        this.audit = audit;
        this.purpose = service;
    }

    /**
     * Runs a query whose answer is a person's data, if it finds any.
     *
     * @param caller who asks
     * @param action what is read, such as {@code statement.read}
     * @param whose whose data was found; null: nobody's
     */
    public <T> Uni<Optional<T>> to(
            Caller caller,
            String action,
            Function<T, @Nullable UUID> whose,
            Function<SqlClient, Uni<Optional<T>>> query) {
        if (caller.scope() instanceof AccessScope.Own) {
            return query.apply(pool);
        }
        return pool.withTransaction(transaction -> query.apply(transaction)
                .call(found -> found.flatMap(data -> Optional.ofNullable(whose.apply(data)))
                        .map(person -> audit.record(transaction, new Audit.Entry(caller, action, person, purpose)))
                        .orElseGet(() -> Uni.createFrom().voidItem())));
    }
}
