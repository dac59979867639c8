package org.lingbao.enrollment.organisation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import org.lingbao.enrollment.organisation.domain.MoveDecision;

/** What another feature does when an organisation moves, in the transaction of the move. */
public interface Settling {

    /** @param move the row is written already */
    Uni<Void> moved(SqlConnection transaction, MoveDecision.Moves move);

    /** What is to be done on the day of moves that were announced before. */
    Uni<Void> tellIfDue();
}
