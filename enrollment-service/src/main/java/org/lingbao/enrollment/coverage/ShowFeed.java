package org.lingbao.enrollment.coverage;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.lingbao.enrollment.coverage.FeedView.State;
import org.lingbao.enrollment.lines.WrongLines;

/** Reports of feeds, while they come in and after they were compared. */
@ApplicationScoped
class ShowFeed {
    private final Pool pool;

    ShowFeed(Pool pool) {
        this.pool = pool;
    }

    Uni<Optional<FeedView>> report(UUID feed) {
        return pool.preparedQuery(FeedSql.REPORT)
                .execute(Tuple.of(feed))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(ShowFeed::view)
                        .findFirst());
    }

    /**
     * Empty where there is no such feed.
     *
     * @param after the last one seen
     */
    Uni<Optional<WrongLines>> wrong(UUID feed, WrongLines.After after) {
        return pool.preparedQuery(FeedSql.WRONG_LINES)
                .execute(Tuple.of(feed, after.part(), after.line(), WrongLines.MOST + 1))
                .map(WrongLines::page);
    }

    private static FeedView view(Row row) {
        var missing = row.getArrayOfIntegers("missing");
        return new FeedView(
                row.getUUID("feed_id"),
                row.getString("area"),
                row.getLocalDate("as_of"),
                State.valueOf(row.getString("state")),
                row.getInteger("parts"),
                row.getLong("received"),
                missing == null ? List.of() : List.of(missing),
                row.getLong("lines"),
                row.getLong("wrong"),
                row.getLocalDate("compared_on"),
                row.getLong("insured"),
                row.getLong("uninsured"),
                row.getLong("ended"),
                row.getLong("tasks"));
    }
}
