package org.lingbao.contribution.chain;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.lingbao.contribution.chain.ChainLine.Entry;
import org.lingbao.contribution.chain.ChainLine.EntrySet;
import org.lingbao.rules.value.Money;

/** Reads the chain for whoever proves it elsewhere. */
@ApplicationScoped
class ChainExport {
    private static final int PAGE = 1000;
    private static final String SEAL_AT = "select encode(seal, 'hex') as seal from chain_link where position = $1";

    private final Pool pool;
    private final String cell;

    ChainExport(Pool pool, @ConfigProperty(name = "lingbao.cell") String cell) {
        this.pool = pool;
        this.cell = cell;
    }

    Uni<HeadView> head() {
        return pool.preparedQuery(ChainSql.HEAD)
                .execute(Tuple.of(SealSets.origin(cell)))
                .map(rows -> rows.iterator().next())
                .map(row -> new HeadView(
                        cell, row.getLong("position"), row.getString("seal"), row.getOffsetDateTime("sealed_at")));
    }

    /** Where an export begins; empty: nothing is sealed up to there. */
    Uni<Optional<ChainLine>> beginning(long position) {
        if (position == 0) {
            return Uni.createFrom()
                    .item(Optional.of(ChainLine.beginning(cell, 0, HeadView.first(SealSets.origin(cell)))));
        }
        return pool.preparedQuery(SEAL_AT)
                .execute(Tuple.of(position))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(ChainLine.beginning(
                                cell, position, rows.iterator().next().getString("seal"))));
    }

    /** All lines after this one, page by page, as fast as the reader takes them; this one first. */
    Multi<ChainLine> from(ChainLine beginning) {
        var last = new AtomicLong(Optional.ofNullable(beginning.position()).orElse(0L));
        var following = Multi.createBy()
                .repeating()
                .uni(() -> page(last.get()))
                .whilst(page -> advance(last, page))
                .onItem()
                .<ChainLine>disjoint();
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(beginning), following);
    }

    /** @return whether there may be another page */
    private static boolean advance(AtomicLong last, List<ChainLine> page) {
        var links = page.stream()
                .flatMap(line -> Optional.ofNullable(line.position()).stream())
                .mapToLong(Long::longValue)
                .summaryStatistics();
        last.accumulateAndGet(links.getMax(), Math::max);
        return links.getCount() == PAGE;
    }

    private Uni<List<ChainLine>> page(long after) {
        return pool.preparedQuery(ChainSql.PAGE)
                .execute(Tuple.of(after, PAGE))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(ChainExport::line)
                        .toList());
    }

    private static ChainLine line(Row row) {
        var position = row.getLong("position");
        return new ChainLine(null, position, row.getString("seal"), row.getUUID("entry_set_id"), set(row));
    }

    private static @Nullable EntrySet set(Row row) {
        var kind = row.getString("kind");
        if (kind == null) {
            return null;
        }
        var entries = Optional.ofNullable(row.get(JsonArray.class, "entries")).orElseGet(JsonArray::new);
        return new EntrySet(
                kind,
                row.getLocalDate("day"),
                facts(row.get(JsonObject.class, "facts")),
                entries.stream()
                        .map(JsonObject.class::cast)
                        .map(ChainExport::entry)
                        .toList());
    }

    private static Map<String, String> facts(JsonObject json) {
        var facts = new LinkedHashMap<String, String>();
        json.forEach(fact -> facts.put(fact.getKey(), fact.getValue().toString()));
        return facts;
    }

    private static Entry entry(JsonObject json) {
        return new Entry(
                json.getInteger("line"),
                json.getString("account"),
                json.getString("owner"),
                json.getInteger("shard"),
                new Money(json.getLong("fen")).toYuan(),
                LocalDate.parse(json.getString("day")),
                id(json.getString("person")),
                id(json.getString("bill")));
    }

    private static @Nullable UUID id(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }
}
