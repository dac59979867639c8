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
import org.lingbao.enrollment.coverage.FeedView.WrongLine;
import org.lingbao.enrollment.coverage.FeedView.WrongLines;

/** Reports of feeds, while they come in and after they were compared. */
@ApplicationScoped
class ShowFeed {
    private static final int MOST_LINES = 500;

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

    /** @param afterPart the last one seen, and its line */
    Uni<WrongLines> wrong(UUID feed, int afterPart, int afterLine) {
        return pool.preparedQuery(FeedSql.WRONG_LINES)
                .execute(Tuple.of(feed, afterPart, afterLine, MOST_LINES + 1))
                .map(rows -> page(StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new WrongLine(
                                row.getInteger("part"),
                                row.getInteger("line"),
                                List.of(row.getArrayOfStrings("reasons"))))
                        .toList()));
    }

    private static WrongLines page(List<WrongLine> found) {
        if (found.size() <= MOST_LINES) {
            return new WrongLines(found, null);
        }
        var last = found.get(MOST_LINES - 1);
        return new WrongLines(found.subList(0, MOST_LINES), last.part() + "-" + last.line());
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
                row.getLong("tasks"));
    }
}
