package org.lingbao.transfer.exchange;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Takes letters to other cells (发件箱). They are written in the caller's transaction, and after its commit sent until they
 * have their verdict: those of a case in order, each when the one before has its own.
 */
@ApplicationScoped
public class Mailbox {
    private static final String WRITE = """
            insert into exchange_letter (message_id, partner, case_id, sequence, document, version, sealed)
            values ($1, $2, $3, $4, $5, $6, $7)""";

    private static final String AGAIN = """
            update exchange_letter set next_try_at = now()
            where case_id = $1 and partner = $2 and sequence >= $3 and answered_at is null
            returning sequence""";

    private final Keys keys;
    private final Couriers couriers;
    private final Clock clock;

    Mailbox(Keys keys, Couriers couriers, Clock clock) {
        this.keys = keys;
        this.couriers = couriers;
        this.clock = clock;
    }

    /** Whether letters to this province can be sent: it is in the trust list. Others would wait for ever. */
    public boolean reaches(String province) {
        return keys.current().trust().ofProvince(province).isPresent();
    }

    /** Writes a letter; who numbers the letters of a case is the caller. */
    public Uni<Void> send(SqlConnection transaction, Letter letter) {
        var own = keys.current().own().sealingAt(clock.instant());
        return transaction
                .preparedQuery(WRITE)
                .execute(Tuple.tuple()
                        .addUUID(letter.messageId())
                        .addString(letter.partner())
                        .addUUID(letter.caseId())
                        .addInteger(letter.sequence())
                        .addString(letter.document())
                        .addInteger(letter.version())
                        .addString(Sealing.seal(Sealing.fresh(letter.body().toString()), own)))
                .invoke(() -> couriers.wake(letter.partner()))
                .replaceWithVoid();
    }

    /**
     * Sends at once, instead of when it is their turn again, what has no verdict yet.
     *
     * @param sequence the first of them
     * @return the sequences that are sent again; with their verdict letters lose their document, and are none of them
     */
    public Uni<List<Integer>> resendFrom(SqlConnection transaction, UUID caseId, String partner, int sequence) {
        return transaction
                .preparedQuery(AGAIN)
                .execute(Tuple.of(caseId, partner, sequence))
                .invoke(() -> couriers.hurry(partner))
                .map(found -> StreamSupport.stream(found.spliterator(), false)
                        .map((Row row) -> row.getInteger("sequence"))
                        .sorted()
                        .toList());
    }
}
