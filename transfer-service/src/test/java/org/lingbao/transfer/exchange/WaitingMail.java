package org.lingbao.transfer.exchange;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The letters that wait to be sent, opened: for tests that carry them by hand. */
@ApplicationScoped
public class WaitingMail {
    private final Pool pool;
    private final Keys keys;

    WaitingMail(Pool pool, Keys keys) {
        this.pool = pool;
        this.keys = keys;
    }

    /** Those of a case, in their order. */
    public List<Letter> of(UUID caseId) {
        var rows = pool.preparedQuery("""
                        select * from exchange_letter where case_id = $1 and answered_at is null order by sequence""").execute(Tuple.of(caseId)).await().atMost(Duration.ofSeconds(60));
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Letter(
                        row.getUUID("message_id"),
                        caseId,
                        row.getInteger("sequence"),
                        row.getString("partner"),
                        row.getString("document"),
                        row.getInteger("version"),
                        Wire.readTree(Sealing.open(
                                                row.getString("sealed"),
                                                keys.current().own())
                                        .document())
                                .orElseThrow()))
                .toList();
    }
}
