package org.lingbao.transfer.exchange;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The log of what was exchanged (报文日志): only appended to, without documents. */
@ApplicationScoped
class MessageLog {
    private static final int PAGE = 500;

    /** Positions are given in the order of commits: whoever reads after a position misses nothing before it. */
    private static final String APPEND = """
            with ordered as materialized (select pg_advisory_xact_lock(hashtextextended('exchange-log', 0)))
            insert into exchange_log (direction, partner, case_id, message_id, sequence, envelope, receipts)
            select $1::text, $2::text, $3::uuid, $4::uuid, $5::int, $6::text, $7::text[] from ordered""";

    private static final String READ = """
            select position, at, direction, partner, case_id, message_id, sequence, envelope, receipts
            from exchange_log where position > $1 order by position limit $2""";

    private final Pool pool;

    MessageLog(Pool pool) {
        this.pool = pool;
    }

    /** A letter that came, with what was answered. */
    Uni<Void> came(SqlConnection transaction, Opened.Trusted letter, List<String> receipts) {
        var envelope = letter.envelope();
        return append(transaction, "IN", envelope.from().province(), envelope, letter.signed(), receipts);
    }

    /** A letter that is about to be sent: what has left the house is always in the log. */
    Uni<Void> leaves(SqlConnection transaction, Packed letter) {
        var envelope = letter.envelope();
        return append(transaction, "OUT", envelope.to().province(), envelope, letter.signed(), List.of());
    }

    /** What the partner answered to it. */
    Uni<Void> answered(SqlConnection transaction, Packed letter, List<String> receipts) {
        var envelope = letter.envelope();
        return append(transaction, "OUT", envelope.to().province(), envelope, null, receipts);
    }

    private static Uni<Void> append(
            SqlConnection transaction,
            String direction,
            String partner,
            Envelope envelope,
            @Nullable String signed,
            List<String> receipts) {
        return transaction
                .preparedQuery(APPEND)
                .execute(Tuple.tuple()
                        .addString(direction)
                        .addString(partner)
                        .addUUID(envelope.caseId())
                        .addUUID(envelope.messageId())
                        .addInteger(envelope.sequence())
                        .addString(signed)
                        .addArrayOfString(receipts.toArray(String[]::new)))
                .replaceWithVoid();
    }

    /** All lines after a position, page by page, as fast as the reader takes them. */
    Multi<LogLine> after(long position) {
        var last = new AtomicLong(position);
        return Multi.createBy()
                .repeating()
                .uni(() -> page(last.get()))
                .whilst(page -> page.size() == PAGE)
                .invoke(page -> {
                    if (!page.isEmpty()) {
                        last.set(page.getLast().position());
                    }
                })
                .onItem()
                .<LogLine>disjoint();
    }

    private Uni<List<LogLine>> page(long after) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(after, PAGE))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(MessageLog::line)
                        .toList());
    }

    private static LogLine line(Row row) {
        return new LogLine(
                row.getLong("position"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("direction"),
                row.getString("partner"),
                row.getUUID("case_id"),
                row.getUUID("message_id"),
                row.getInteger("sequence"),
                row.getString("envelope"),
                List.of(row.getArrayOfStrings("receipts")));
    }
}
