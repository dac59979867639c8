package org.lingbao.enrollment.coverage;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.figures.Populations;
import org.lingbao.enrollment.worklist.WorkLists;
import org.lingbao.platform.database.LongRunning;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.watching.Rounds;

/**
 * Compares feeds that are complete with the register, set by set, each in one transaction: what is begun and not ended leaves nothing,
 * and is begun again.
 */
@ApplicationScoped
class CompareFeeds {
    private static final Logger LOG = Logger.getLogger(CompareFeeds.class);
    private static final String FAILED = "a population feed was not compared";

    private final Pool pool;
    private final WorkLists workLists;
    private final Populations populations;
    private final BusinessDay day;
    private final Rounds rounds;
    private final Duration interval;
    private final int keepDays;

    CompareFeeds(
            @LongRunning Pool pool,
            WorkLists workLists,
            Populations populations,
            BusinessDay day,
            Rounds rounds,
            @ConfigProperty(name = "lingbao.coverage.compare-interval") Duration interval,
            @ConfigProperty(name = "lingbao.coverage.keep-days") int keepDays) {
        this.pool = pool;
        this.workLists = workLists;
        this.populations = populations;
        this.day = day;
        this.rounds = rounds;
        this.interval = interval;
        this.keepDays = keepDays;
    }

    void start(@Observes StartupEvent event) {
        rounds.every(interval, LOG, FAILED, this::next);
    }

    /** Begins the next one, if there is any and nobody else is at it. */
    void wake() {
        rounds.now(LOG, FAILED, this::next);
    }

    /** @return whether there was one */
    Uni<Boolean> next() {
        return pool.withTransaction(transaction -> transaction
                .query("set local statement_timeout = '30min'")
                .execute()
                .chain(() -> transaction
                        .query("set local idle_in_transaction_session_timeout = 0")
                        .execute())
                .chain(() -> transaction.query(FeedSql.ALONE).execute())
                .chain(rows -> rows.iterator().next().getBoolean("alone")
                        ? compareNext(transaction)
                        : Uni.createFrom().item(false)));
    }

    private Uni<Boolean> compareNext(SqlConnection transaction) {
        return transaction
                .preparedQuery(FeedSql.GIVE_UP)
                .execute(Tuple.of(day.today().minusDays(keepDays)))
                .chain(() -> transaction.query(FeedSql.NEXT).execute())
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(false)
                        : compare(transaction, rows.iterator().next()).replaceWith(true));
    }

    private Uni<Void> compare(SqlConnection transaction, Row feed) {
        var id = feed.getUUID("feed_id");
        return run(transaction, FeedSql.TWICE, id)
                .chain(() -> populations.count(
                        transaction, FeedSql.POPULATION, id, feed.getString("area"), feed.getLocalDate("as_of")))
                .chain(() -> transaction.preparedQuery(FeedSql.UNINSURED).execute(visits(id)))
                .map(rows -> rows.iterator().next())
                .chain(counted -> transaction
                        .preparedQuery(FeedSql.COMPARED)
                        .execute(Tuple.of(
                                        id,
                                        day.today(),
                                        counted.getLong("insured"),
                                        counted.getLong("uninsured"),
                                        counted.getLong("tasks"))
                                .addLong(counted.getLong("ended"))))
                .chain(() -> run(transaction, FeedSql.FORGET, id));
    }

    private Tuple visits(UUID feed) {
        var today = day.today();
        List<@Nullable Object> values = new ArrayList<>();
        values.add(feed);
        values.addAll(workLists.daysFrom(today));
        values.add(today.withDayOfMonth(1));
        return Tuple.from(values);
    }

    private static Uni<Void> run(SqlConnection transaction, String statement, UUID feed) {
        return transaction.preparedQuery(statement).execute(Tuple.of(feed)).replaceWithVoid();
    }
}
