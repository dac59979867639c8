package org.lingbao.enrollment.figures;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.stream.StreamSupport;
import org.lingbao.enrollment.figures.FigureCheckView.Difference;
import org.lingbao.platform.database.LongRunning;

/** Counts all relations anew and names where the figures that are kept differ. */
@ApplicationScoped
class CheckFigures {
    private static final int MOST = 1000;

    private final Pool pool;

    CheckFigures(@LongRunning Pool pool) {
        this.pool = pool;
    }

    Uni<FigureCheckView> run() {
        return pool.withTransaction(transaction -> transaction
                .query("set local statement_timeout = '30min'")
                .execute()
                .chain(() -> transaction.preparedQuery(FigureSql.CHECK).execute(Tuple.of(MOST)))
                .map(CheckFigures::view));
    }

    private static FigureCheckView view(RowSet<Row> rows) {
        var differences = StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Difference(
                        row.getString("area"),
                        row.getString("scheme"),
                        row.getString("standing"),
                        YearMonth.from(row.getLocalDate("month")),
                        row.getLong("expected"),
                        row.getLong("found")))
                .toList();
        var all = rows.size() == 0 ? 0 : rows.iterator().next().getLong("differences");
        return new FigureCheckView(differences.isEmpty(), all, differences);
    }
}
