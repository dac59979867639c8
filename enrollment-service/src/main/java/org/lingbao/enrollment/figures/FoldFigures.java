package org.lingbao.enrollment.figures;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.lingbao.watching.Rounds;

/** Folds the changes that were appended into months, one process of all at a time. Whether it runs changes no answer. */
@ApplicationScoped
class FoldFigures {
    private static final Logger LOG = Logger.getLogger(FoldFigures.class);
    private static final int MOST = 20_000;

    private final Pool pool;
    private final Rounds rounds;
    private final Duration interval;

    FoldFigures(Pool pool, Rounds rounds, @ConfigProperty(name = "lingbao.figures.fold-interval") Duration interval) {
        this.pool = pool;
        this.rounds = rounds;
        this.interval = interval;
    }

    void start(@Observes StartupEvent event) {
        rounds.every(interval, LOG, "figures were not folded", this::fold);
    }

    /** @return how many changes were folded */
    Uni<Long> fold() {
        return pool.preparedQuery(FigureSql.FOLD)
                .execute(Tuple.of(MOST))
                .map(rows -> rows.iterator().next().getLong("folded"))
                .chain(folded -> folded == MOST ? fold() : Uni.createFrom().item(folded));
    }
}
