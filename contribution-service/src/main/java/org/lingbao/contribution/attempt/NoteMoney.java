package org.lingbao.contribution.attempt;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.lingbao.watching.Rounds;

/**
 * Notes at intervals which attempts are over because their money came, so that the list of those that hold bills stays short.
 * Nobody waits for it: what asks after an attempt looks for its receipt.
 */
@ApplicationScoped
class NoteMoney {
    private static final Logger LOG = Logger.getLogger(NoteMoney.class);

    private final Pool pool;
    private final Clock clock;
    private final Rounds rounds;
    private final Duration interval;
    private final int most;

    NoteMoney(
            Pool pool,
            Clock clock,
            Rounds rounds,
            @ConfigProperty(name = "lingbao.attempt.interval") Duration interval,
            @ConfigProperty(name = "lingbao.attempt.batch") int most) {
        this.pool = pool;
        this.clock = clock;
        this.rounds = rounds;
        this.interval = interval;
        this.most = most;
    }

    void start(@Observes StartupEvent event) {
        rounds.every(interval, LOG, "attempts whose money came were not noted", this::handle);
    }

    /** How many. */
    Uni<Integer> handle() {
        return pool.preparedQuery(AttemptSql.RELEASE_ALL)
                .execute(Tuple.of(Attempts.now(clock), most))
                .chain(noted -> noted.rowCount() < most
                        ? Uni.createFrom().item(noted.rowCount())
                        : handle().map(more -> more + noted.rowCount()));
    }
}
