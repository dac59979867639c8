package org.lingbao.transfer.exchange;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The courier's side of the letters that wait. */
@ApplicationScoped
class LetterRows {
    private static final int BATCH = 100;
    private static final long MILLIS_A_SECOND = 1000;

    /** Of each case only the first without a verdict: the next one has its turn when this has its own. */
    private static final String DUE = """
            select message_id, case_id, sequence, document, version, sealed, tries
            from (select distinct on (case_id) *
                  from exchange_letter where partner = $1 and answered_at is null
                  order by case_id, sequence) first
            where next_try_at <= now() order by next_try_at limit $2""";

    private static final String TRIED = """
            update exchange_letter
            set tries = tries + 1, next_try_at = now() + make_interval(secs => cast($2 as bigint) / 1000.0)
            where message_id = $1 and answered_at is null and next_try_at <= now()""";

    private static final String JUDGED = """
            update exchange_letter
            set verdict = $2, codes = $3, answered_at = now(), sealed = null, problem = '{}'
            where message_id = $1 and answered_at is null""";

    private static final String WAITS = "update exchange_letter set problem = $2 where message_id = $1";

    /**
     * A letter that has no verdict.
     *
     * @param sealed its document, encrypted to this cell
     * @param tries how often it was sent
     */
    record Waiting(UUID messageId, UUID caseId, int sequence, String document, int version, String sealed, int tries) {
        /** Sealed or not, documents stay out of logs. */
        @Override
        public String toString() {
            return "Waiting " + messageId;
        }
    }

    Uni<List<Waiting>> due(SqlClient client, String partner) {
        return client.preparedQuery(DUE)
                .execute(Tuple.of(partner, BATCH))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(LetterRows::waiting)
                        .toList());
    }

    /**
     * Before it is sent: whatever happens then, it has its next turn.
     *
     * @return whether it is still due; if not, somebody else has sent it or put it off since it was read
     */
    Uni<Boolean> tried(SqlConnection transaction, UUID messageId, Duration next) {
        assert next.toMillis() < Integer.MAX_VALUE * MILLIS_A_SECOND;
        return transaction
                .preparedQuery(TRIED)
                .execute(Tuple.of(messageId, next.toMillis()))
                .map(updated -> updated.rowCount() == 1);
    }

    /** @return whether it had no verdict before */
    Uni<Boolean> judged(SqlConnection transaction, UUID messageId, Verdict verdict) {
        var codes = switch (verdict) {
            case Verdict.Accepted _ -> new String[0];
            case Verdict.Rejected(var all) -> all.toArray(String[]::new);
        };
        return transaction
                .preparedQuery(JUDGED)
                .execute(Tuple.of(messageId, codes.length == 0 ? "ACCEPTED" : "REJECTED", codes))
                .map(updated -> updated.rowCount() == 1);
    }

    Uni<Void> waits(SqlClient client, UUID messageId, List<String> problem) {
        return client.preparedQuery(WAITS)
                .execute(Tuple.of(messageId, problem.toArray(String[]::new)))
                .replaceWithVoid();
    }

    private static Waiting waiting(Row row) {
        return new Waiting(
                row.getUUID("message_id"),
                row.getUUID("case_id"),
                row.getInteger("sequence"),
                row.getString("document"),
                row.getInteger("version"),
                row.getString("sealed"),
                row.getInteger("tries"));
    }
}
