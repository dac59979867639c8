package org.lingbao.platform.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.database.InSession;
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
     * @param subject about whom: an opaque person id; null where it is about no person, or none was found
     * @param purpose why, such as {@code terminal payment}
     */
    public record Entry(
            Caller caller, String action, @Nullable UUID subject, String purpose) {

        /** About no person: a run over all, or a look that found nobody. */
        public static Entry ofNobody(Caller caller, String action, String purpose) {
            return new Entry(caller, action, null, purpose);
        }

        private List<@Nullable Object> parameters() {
            var about = subject == null ? null : subject.toString();
            return Arrays.asList(caller.issuer(), caller.subject(), caller.client(), action, about, purpose);
        }
    }

    /** Within the Panache session of the running {@code @WithTransaction} command. */
    public Uni<Void> record(Entry entry) {
        return InSession.write(APPEND, entry.parameters()).replaceWithVoid();
    }

    /** Within the transaction that runs on this connection. */
    public Uni<Void> record(SqlConnection transaction, Entry entry) {
        return transaction
                .preparedQuery(APPEND)
                .execute(Tuple.from(entry.parameters()))
                .replaceWithVoid();
    }
}
