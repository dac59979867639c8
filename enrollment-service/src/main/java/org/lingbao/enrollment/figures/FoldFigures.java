package org.lingbao.enrollment.figures;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Folds the changes that were appended into months, one process of all at a time. Whether it runs changes no answer. */
@ApplicationScoped
class FoldFigures {
    private static final Logger LOG = Logger.getLogger(FoldFigures.class);
    private static final int MOST = 20_000;

    private final Pool pool;
    private final Vertx vertx;
    private final Duration interval;

    FoldFigures(Pool pool, Vertx vertx, @ConfigProperty(name = "lingbao.figures.fold-interval") Duration interval) {
        this.pool = pool;
        this.vertx = vertx;
        this.interval = interval;
    }

    void start(@Observes StartupEvent event) {
        var _ = vertx.setPeriodic(
                interval.toMillis(),
                tick -> fold().subscribe()
                        .with(
                                folded -> LOG.debugf("figures folded: %d changes", folded),
                                failure -> LOG.warnf(
                                        "figures were not folded: %s",
                                        failure.getClass().getSimpleName())));
    }

    /** @return how many changes were folded */
    Uni<Long> fold() {
        return pool.preparedQuery(FigureSql.FOLD)
                .execute(Tuple.of(MOST))
                .map(rows -> rows.iterator().next().getLong("folded"))
                .chain(folded -> folded == MOST ? fold() : Uni.createFrom().item(folded));
    }
}
