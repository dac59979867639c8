package org.lingbao.enrollment.evidence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.lingbao.enrollment.evidence.domain.Kind;
import org.lingbao.enrollment.evidence.domain.Paper;
import org.lingbao.enrollment.evidence.domain.Proof;
import org.lingbao.rules.value.Place;

/** The papers, for the other features. It joins the transaction of the connection it is given. */
@ApplicationScoped
public class Evidences {
    /** Those that were recorded under a merged number, too. */
    private static final String OF_KIND = """
            select place, valid_from, valid_to from evidence
            where (person_id = $1 or person_id in (select id from person where survivor_id = $1)) and kind = $2""";

    /** Whether a person, whom the caller has already found within what may be seen, has a paper of the kind that holds at a place on a day. */
    public Uni<Proof> of(SqlConnection transaction, UUID person, Kind kind, Place place, LocalDate day) {
        return transaction
                .preparedQuery(OF_KIND)
                .execute(Tuple.of(person, kind.name()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> paper(kind, row))
                        .toList())
                .map(papers -> Proof.of(papers, kind, place, day));
    }

    private static Paper paper(Kind kind, Row row) {
        return new Paper(
                kind, new Place(row.getString("place")), row.getLocalDate("valid_from"), row.getLocalDate("valid_to"));
    }
}
