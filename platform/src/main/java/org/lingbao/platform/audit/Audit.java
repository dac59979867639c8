package org.lingbao.platform.audit;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.lingbao.platform.identity.Caller;

/** Records who did or read what about whom, and why (审计), in the transaction that does it. */
@ApplicationScoped
public class Audit {
    private static final String APPEND = """
            insert into audit (issuer, actor, client, action, subject_id, purpose)
            values ($1, $2, $3, $4, cast(cast($5 as text) as uuid), $6)""";

    /**
     * One line of the audit.
     *
     * @param caller who
     * @param action what, such as {@code person.lookup}
     * @param subject about whom: an opaque person id
     * @param purpose why, such as {@code terminal payment}
     */
    public record Entry(Caller caller, String action, UUID subject, String purpose) {}

    /** Within the Panache session of the running {@code @WithTransaction} command. */
    public Uni<Void> record(Entry entry) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(APPEND.replace('$', '?'))
                        .setParameter(1, entry.caller().issuer())
                        .setParameter(2, entry.caller().subject())
                        .setParameter(3, entry.caller().client())
                        .setParameter(4, entry.action())
                        .setParameter(5, entry.subject().toString())
                        .setParameter(6, entry.purpose())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Within the transaction that runs on this connection. */
    public Uni<Void> record(SqlConnection transaction, Entry entry) {
        return transaction
                .preparedQuery(APPEND)
                .execute(Tuple.of(
                        entry.caller().issuer(),
                        entry.caller().subject(),
                        entry.caller().client(),
                        entry.action(),
                        entry.subject().toString(),
                        entry.purpose()))
                .replaceWithVoid();
    }
}
