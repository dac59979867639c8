package org.lingbao.transfer.exchange;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.ToLongFunction;
import java.util.stream.StreamSupport;

/** Shows the monitoring how many letters wait for each partner, and how long the oldest has. */
@ApplicationScoped
class WaitingLetters {
    private static final String LOOK = """
            select partner, count(*) as letters,
                   cast(extract(epoch from now() - min(written_at)) as bigint) as oldest_seconds
            from exchange_letter where answered_at is null group by partner""";

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

    Uni<Void> look(SqlConnection connection) {
        return connection.query(LOOK).execute().invoke(this::show).replaceWithVoid();
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
