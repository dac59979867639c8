package org.lingbao.contribution.attempt;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.scope.Reach;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.identity.Caller;

/** Finds attempts: a channel its own, a person those of their bills, a clerk those of the area. */
@ApplicationScoped
class Attempts {
    /** How many a page shows at most, and unless less are asked for. */
    static final int PAGE = 100;

    private final Pool pool;
    private final BusinessDay day;
    private final Clock clock;

    Attempts(Pool pool, BusinessDay day, Clock clock) {
        this.pool = pool;
        this.day = day;
        this.clock = clock;
    }

    static OffsetDateTime now(Clock clock) {
        return OffsetDateTime.now(clock);
    }

    Uni<Optional<AttemptView>> find(Caller caller, UUID attempt) {
        return find(pool, caller, attempt);
    }

    Uni<Optional<AttemptView>> find(SqlClient client, Caller caller, UUID attempt) {
        return client.preparedQuery(AttemptSql.ONE)
                .execute(reachOf(caller, asked().addUUID(attempt)))
                .map(rows -> all(rows).stream().findFirst());
    }

    /** What is known under a reference. */
    Uni<AttemptView.Page> ofReference(Caller caller, String reference) {
        return pool.preparedQuery(AttemptSql.OF_REFERENCE)
                .execute(reachOf(caller, asked().addString(reference)))
                .map(rows -> new AttemptView.Page(all(rows), null));
    }

    /** @param after the last of the page before; null: from the beginning */
    Uni<AttemptView.Page> held(Caller caller, AttemptState state, @Nullable UUID after, int most) {
        var parameters = asked().addString(state.name()).addUUID(after).addInteger(most + 1);
        return pool.preparedQuery(AttemptSql.HELD)
                .execute(reachOf(caller, parameters))
                .map(rows -> {
                    var shown = all(rows).stream().limit(most).toList();
                    return new AttemptView.Page(
                            shown, rows.size() > most ? shown.getLast().attemptId() : null);
                });
    }

    private Tuple asked() {
        return Tuple.tuple().addOffsetDateTime(now(clock)).addLocalDate(day.today());
    }

    private static Tuple reachOf(Caller caller, Tuple parameters) {
        return Reach.of(Holder.scopeOf(caller)).addTo(parameters);
    }

    private static List<AttemptView> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(AttemptView::read)
                .toList();
    }
}
