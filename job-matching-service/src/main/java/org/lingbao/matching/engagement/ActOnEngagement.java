package org.lingbao.matching.engagement;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.matching.engagement.domain.Command;
import org.lingbao.matching.engagement.domain.Side;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;

/** What the employer does with an engagement, and how either side ends it. */
@ApplicationScoped
class ActOnEngagement {
    private final Pool pool;
    private final Move move;

    ActOnEngagement(Pool pool, Move move) {
        this.pool = pool;
        this.move = move;
    }

    /** The employer's: complete, note the pay, note that nobody came. */
    Uni<EngagementView> asEmployer(Caller caller, UUID engagement, Command command, Move.@Nullable Paid paid) {
        return pool.withTransaction(transaction -> Engagements.asOwner(transaction, caller, engagement)
                .chain(found -> move.to(transaction, orNotFound(found), command, List.of(), paid)));
    }

    /** Either side's. */
    Uni<EngagementView> cancel(Caller caller, UUID engagement) {
        return pool.withTransaction(transaction -> Engagements.asWorker(transaction, caller, engagement)
                .chain(own -> own.isPresent()
                        ? cancelled(transaction, own.get(), Side.WORKER)
                        : Engagements.asOwner(transaction, caller, engagement)
                                .chain(found -> cancelled(transaction, orNotFound(found), Side.EMPLOYER))));
    }

    private Uni<EngagementView> cancelled(SqlConnection transaction, Row row, Side by) {
        return move.to(transaction, row, new Command.Cancel(by), List.of(), null);
    }

    private static Row orNotFound(Optional<Row> found) {
        return found.orElseThrow(() -> new ProblemException(Problem.notFound()));
    }
}
