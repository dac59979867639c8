package org.lingbao.transfer.exchange;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The letters that were taken, with the receipts that they have for ever. */
@ApplicationScoped
class ReceivedRows {
    /** One letter of a case at a time: else two copies could be decided at once. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('case-' || $1, 0))";

    private static final String FIND = "select partner, digest, receipts from exchange_received where message_id = $1";

    private static final String LAST = """
            select coalesce(max(sequence), 0) as last from exchange_received where partner = $1 and case_id = $2""";

    private static final String KEEP = """
            insert into exchange_received
                (message_id, partner, case_id, sequence, document, version, digest, receipts, verdict, codes)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)""";

    /** What was answered to a message of that id. */
    record Known(String partner, String digest, List<String> receipts) {
        boolean is(Envelope letter) {
            return partner.equals(letter.from().province()) && digest.equals(letter.digest());
        }
    }

    Uni<Void> lock(SqlConnection transaction, Envelope letter) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(letter.caseId().toString()))
                .replaceWithVoid();
    }

    Uni<Optional<Known>> find(SqlClient client, Envelope letter) {
        return client.preparedQuery(FIND).execute(Tuple.of(letter.messageId())).map(ReceivedRows::known);
    }

    /** The highest number of the case that its partner's letters have reached. */
    Uni<Integer> last(SqlConnection transaction, Envelope letter) {
        return transaction
                .preparedQuery(LAST)
                .execute(Tuple.of(letter.from().province(), letter.caseId()))
                .map(rows -> rows.iterator().next().getInteger("last"));
    }

    Uni<Void> keep(SqlConnection transaction, Envelope letter, Verdict verdict, List<String> receipts) {
        var codes = verdict instanceof Verdict.Rejected(var all) ? all : List.<String>of();
        return transaction
                .preparedQuery(KEEP)
                .execute(Tuple.tuple()
                        .addUUID(letter.messageId())
                        .addString(letter.from().province())
                        .addUUID(letter.caseId())
                        .addInteger(letter.sequence())
                        .addString(letter.document())
                        .addInteger(letter.version())
                        .addString(letter.digest())
                        .addArrayOfString(receipts.toArray(String[]::new))
                        .addString(codes.isEmpty() ? "ACCEPTED" : "REJECTED")
                        .addArrayOfString(codes.toArray(String[]::new)))
                .replaceWithVoid();
    }

    private static Optional<Known> known(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(rows.iterator().next())
                        .map(row -> new Known(
                                row.getString("partner"),
                                row.getString("digest"),
                                List.of(row.getArrayOfStrings("receipts"))));
    }
}
