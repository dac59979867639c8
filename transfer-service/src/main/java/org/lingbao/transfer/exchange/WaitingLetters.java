package org.lingbao.transfer.exchange;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.function.ToLongFunction;
import java.util.stream.StreamSupport;

/** Shows the monitoring how many letters wait for each partner, and how long the oldest has. */
@ApplicationScoped
class WaitingLetters {
    private static final String LOOK = """
            select known.partner, count(waits.message_id) as letters,
                   cast(coalesce(extract(epoch from now() - min(waits.written_at)), 0) as bigint) as oldest_seconds
            from unnest($1::text[]) known(partner)
            left join exchange_letter waits on waits.partner = known.partner and waits.answered_at is null
            group by known.partner""";

    private final MultiGauge letters;
    private final MultiGauge oldest;

    WaitingLetters(MeterRegistry metrics) {
        letters = MultiGauge.builder("lingbao.exchange.waiting")
                .description("letters to a partner that have no verdict yet")
                .register(metrics);
        oldest = MultiGauge.builder("lingbao.exchange.oldest.seconds")
                .description("how long the first of them has waited")
                .register(metrics);
    }

    /** @param partners all there are: one with nothing to wait for is shown with zero */
    Uni<Void> look(SqlConnection connection, Collection<String> partners) {
        return connection
                .preparedQuery(LOOK)
                .execute(Tuple.tuple().addArrayOfString(partners.toArray(String[]::new)))
                .invoke(this::show)
                .replaceWithVoid();
    }

    private void show(RowSet<Row> found) {
        letters.register(rows(found, row -> row.getLong("letters")), true);
        oldest.register(rows(found, row -> row.getLong("oldest_seconds")), true);
    }

    private static Iterable<MultiGauge.Row<?>> rows(RowSet<Row> found, ToLongFunction<Row> value) {
        return StreamSupport.stream(found.spliterator(), false)
                .<MultiGauge.Row<?>>map(
                        row -> MultiGauge.Row.of(Tags.of("partner", row.getString("partner")), value.applyAsLong(row)))
                .toList();
    }
}
