package org.lingbao.enrollment.consent;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.lingbao.platform.outbox.Outbox;

/** Ends all consents of a person, for a command that writes with SQL. It joins the transaction of the connection it is given. */
@ApplicationScoped
public class EndConsents {
    private static final String END = """
            update consent set ended_on = $2 where person_id = $1 and ended_on is null returning purpose""";

    private final Outbox outbox;

    EndConsents(Outbox outbox) {
        this.outbox = outbox;
    }

    /** The rows stay; whoever holds them hears that they end. */
    public Uni<Void> of(SqlConnection transaction, UUID person, LocalDate on) {
        return transaction
                .preparedQuery(END)
                .execute(Tuple.of(person, on))
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> outbox.append(
                                transaction,
                                ConsentRevokedV1.TYPE,
                                person,
                                new ConsentRevokedV1(person, row.getString("purpose"), on, null)))
                        .collect()
                        .last())
                .replaceWithVoid();
    }
}
