package org.lingbao.enrollment.person;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Shows persons to whoever has found them within what may be seen. It joins the transaction of the connection it is given. */
@ApplicationScoped
public class Portraits {
    private static final String FIND = """
            select id, identity_number, identity_kind, name, birth_date, sex, phone, hukou, community, registered_on, survivor_id
            from person where id = $1""";

    private final Sealed sealed;

    Portraits(Sealed sealed) {
        this.sealed = sealed;
    }

    public Uni<Portrait> of(SqlConnection transaction, UUID person) {
        return transaction
                .preparedQuery(FIND)
                .execute(Tuple.of(person))
                .map(rows -> sealed.portrait(rows.iterator().next()));
    }
}
