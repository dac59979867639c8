package org.lingbao.contribution.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.lingbao.platform.database.LongRunning;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.outbox.Outbox;

/**
 * Seals the next entry sets, one process at a time, some thousand by one statement: the database has all of them at hand, and nothing
 * but their number comes back. What was not committed is not sealed, and the next turn begins where the last link is.
 */
@ApplicationScoped
class SealSets {
    private static final Logger LOG = Logger.getLogger(SealSets.class);
    private static final String FOR_THIS_SIZE = "set local work_mem = '64MB'; set local statement_timeout = '5min'";

    private final Pool pool;
    private final Outbox outbox;
    private final BusinessDay day;
    private final String cell;
    private final int batch;
    private final Duration headAge;

    SealSets(
            @LongRunning Pool pool,
            Outbox outbox,
            BusinessDay day,
            @ConfigProperty(name = "lingbao.cell") String cell,
            @ConfigProperty(name = "lingbao.chain.batch", defaultValue = "5000") int batch,
            @ConfigProperty(name = "lingbao.chain.head-age", defaultValue = "PT1H") Duration headAge) {
        this.pool = pool;
        this.outbox = outbox;
        this.day = day;
        this.cell = cell;
        this.batch = batch;
        this.headAge = headAge;
    }

    /** @param sets how many were sealed @param more whether others may be due */
    record Turn(long sets, boolean more) {
        static final Turn NONE = new Turn(0, false);
    }

    /** What the seal before the first is made of: no cell's chain can be shown for another's. */
    static String origin(String cell) {
        return "lingbao ledger " + cell;
    }

    /** Seals what is due, a batch at most; nothing where another process does it now. */
    Uni<Turn> next() {
        return pool.withTransaction(transaction -> transaction
                .query(FOR_THIS_SIZE)
                .execute()
                .chain(() -> transaction.query(ChainSql.ALONE).execute())
                .chain(rows -> rows.iterator().next().getBoolean("alone")
                        ? seal(transaction)
                        : Uni.createFrom().item(Turn.NONE)));
    }

    private Uni<Turn> seal(SqlConnection transaction) {
        return transaction
                .preparedQuery(ChainSql.SEAL)
                .execute(Tuple.of(origin(cell), batch))
                .map(rows -> rows.iterator().next())
                .chain(last -> tell(transaction, last.getLong("position"), last.getString("seal"))
                        .replaceWith(turn(last)));
    }

    private Turn turn(Row last) {
        var sets = last.getLong("sets");
        return new Turn(sets, sets == batch);
    }

    /** Now and then the last seal goes where this database is not: into an event and into the log. */
    private Uni<Void> tell(SqlConnection transaction, long position, String seal) {
        return transaction
                .preparedQuery(ChainSql.TELL)
                .execute(Tuple.of(position, seal, headAge.toSeconds()))
                .chain(kept -> kept.size() == 0 ? Uni.createFrom().voidItem() : publish(transaction, position, seal));
    }

    private Uni<Void> publish(SqlConnection transaction, long position, String seal) {
        var ledger = UUID.nameUUIDFromBytes(origin(cell).getBytes(UTF_8));
        LOG.infof("the ledger of cell %s is sealed up to %d by %s", cell, position, seal);
        return outbox.append(
                transaction,
                LedgerSealedV1.TYPE,
                ledger,
                new LedgerSealedV1(ledger, cell, position, seal, day.today()));
    }
}
