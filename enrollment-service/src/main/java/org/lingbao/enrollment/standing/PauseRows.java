package org.lingbao.enrollment.standing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import org.lingbao.enrollment.standing.domain.Pause;
import org.lingbao.enrollment.standing.domain.PauseId;

/** The table pause, on the connection of a running transaction; the caller holds the person's lock. */
@ApplicationScoped
class PauseRows {
    private static final String INSERT =
            "insert into pause (pause_id, relation_id, from_month, paused_on) values ($1, $2, $3, $4)";

    private static final String END = "update pause set to_month = $2, resumed_on = $3 where pause_id = $1";

    Uni<Void> insert(SqlConnection transaction, Pause pause, LocalDate today) {
        return transaction
                .preparedQuery(INSERT)
                .execute(Tuple.of(
                        pause.id().value(), pause.joined().value(), pause.from().atDay(1), today))
                .replaceWithVoid();
    }

    Uni<Void> end(SqlConnection transaction, PauseId pause, YearMonth last, LocalDate today) {
        return transaction
                .preparedQuery(END)
                .execute(Tuple.of(pause.value(), last.atDay(1), today))
                .replaceWithVoid();
    }
}
