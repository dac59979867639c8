package org.lingbao.platform.day;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The cell's business day (业务日期): the one "today" of every decision.
 *
 * <p>In production it is the calendar day in Asia/Shanghai. Where {@code lingbao.business-day.movable} is set (the local
 * stack and tests, one process per service) it is a row that an operator moves forward; the row is read at start and
 * then kept, so that asking costs nothing.
 */
@ApplicationScoped
@RegisterForReflection(targets = LocalDate.class) // a native image converts what is configured by its parse method
public class BusinessDay {
    private static final Duration START_LIMIT = Duration.ofSeconds(30);

    private final Pool pool;
    private final Clock clock;
    private final boolean movable;
    private final Optional<LocalDate> start;
    private volatile @Nullable LocalDate moved;

    BusinessDay(
            Pool pool,
            Clock clock,
            @ConfigProperty(name = "lingbao.business-day.movable", defaultValue = "false") boolean movable,
            @ConfigProperty(name = "lingbao.business-day.start") Optional<LocalDate> start) {
        this.pool = pool;
        this.clock = clock;
        this.movable = movable;
        this.start = start;
    }

    void read(@Observes StartupEvent event) {
        if (movable) {
            moved = pool.preparedQuery("""
                            with first as (
                                insert into business_day (day) values ($1) on conflict do nothing returning day)
                            select day from first union all select day from business_day limit 1""")
                    .execute(Tuple.of(start.orElseGet(() -> LocalDate.now(clock))))
                    .await()
                    .atMost(START_LIMIT)
                    .iterator()
                    .next()
                    .getLocalDate(0);
        }
    }

    /** The day for which everything is decided now. */
    public LocalDate today() {
        var day = moved;
        return day == null ? LocalDate.now(clock) : day;
    }

    boolean isMovable() {
        return movable;
    }

    /** Moves the day forward; it never goes back. The answer is the day that holds afterwards. */
    Uni<LocalDate> moveTo(LocalDate day) {
        return pool.preparedQuery("update business_day set day = greatest(day, $1) returning day")
                .execute(Tuple.of(day))
                .map(found -> found.iterator().next().getLocalDate(0))
                .invoke(now -> moved = now);
    }
}
