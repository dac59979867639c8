package org.lingbao.enrollment.figures;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;

/** How many people there are, for whoever counts them. It joins the transaction of the connection it is given. */
@ApplicationScoped
public class Populations {
    private static final String FORGET = "delete from population where area = $1 and as_of = $2";

    /**
     * Keeps the counts of one source for its whole area and day; another source of the same area and day is replaced.
     *
     * @param counts query of {@code community} and {@code persons}, whose one parameter is the source
     */
    public Uni<Void> count(SqlConnection transaction, String counts, UUID source, String area, LocalDate asOf) {
        var keep = """
                insert into population (source, area, as_of, community, persons)
                select $1, $2::text, $3::date, community, persons from (%s) counted""".formatted(counts);
        return transaction
                .preparedQuery(FORGET)
                .execute(Tuple.of(area, asOf))
                .chain(() -> transaction.preparedQuery(keep).execute(Tuple.of(source, area, asOf)))
                .replaceWithVoid();
    }
}
