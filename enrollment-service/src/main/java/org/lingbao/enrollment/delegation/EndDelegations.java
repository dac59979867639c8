package org.lingbao.enrollment.delegation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;

/** Ends what a person who is merged has granted, for a command that writes with SQL. It joins the transaction of the connection it is given. */
@ApplicationScoped
public class EndDelegations {
    private static final String END = """
            update delegation set ended_on = $2, ended_because = 'MERGED' where person_id = $1 and ended_on is null""";

    /** The rows stay, as do those by which the person may act for others: they were given to whoever that is. */
    public Uni<Void> of(SqlConnection transaction, UUID person, LocalDate on) {
        return transaction.preparedQuery(END).execute(Tuple.of(person, on)).replaceWithVoid();
    }
}
