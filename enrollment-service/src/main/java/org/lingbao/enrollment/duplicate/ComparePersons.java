package org.lingbao.enrollment.duplicate;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.lingbao.enrollment.person.Likenesses;
import org.lingbao.enrollment.person.Likenesses.Likeness;
import org.lingbao.enrollment.worklist.WorkLists;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.watching.Rounds;

/**
 * Compares who was registered with everybody else, one process of all at a time, and puts whom it cannot tell apart on the work lists.
 * It comes after the registration: nobody waits for it, and of two registrations at once it sees both.
 */
@ApplicationScoped
class ComparePersons {
    private static final Logger LOG = Logger.getLogger(ComparePersons.class);

    /** Few enough that nobody waits long for one of them. */
    private static final int AT_ONCE = 100;

    private static final int MOST_ALIKE = 50;

    private final Pool pool;
    private final Likenesses likenesses;
    private final WorkLists workLists;
    private final BusinessDay day;
    private final Rounds rounds;
    private final Duration interval;
    private final String cell;

    ComparePersons(
            Pool pool,
            Likenesses likenesses,
            WorkLists workLists,
            BusinessDay day,
            Rounds rounds,
            @ConfigProperty(name = "lingbao.duplicates.compare-interval") Duration interval,
            @ConfigProperty(name = "lingbao.cell") String cell) {
        this.pool = pool;
        this.likenesses = likenesses;
        this.workLists = workLists;
        this.day = day;
        this.rounds = rounds;
        this.interval = interval;
        this.cell = cell;
    }

    void start(@Observes StartupEvent event) {
        rounds.every(interval, LOG, "persons were not compared", this::all);
    }

    /** @return how many persons were compared; none where another process is at it */
    Uni<Integer> all() {
        return Multi.createBy()
                .repeating()
                .uni(() -> pool.withTransaction(this::some))
                .whilst(compared -> compared == AT_ONCE)
                .collect()
                .with(Collectors.summingInt(compared -> compared));
    }

    private Uni<Integer> some(SqlConnection transaction) {
        return transaction
                .query(MatchSql.ALONE)
                .execute()
                .chain(rows -> rows.iterator().next().getBoolean("alone")
                        ? transaction
                                .preparedQuery(MatchSql.TAKE)
                                .execute(Tuple.of(AT_ONCE))
                                .map(taken -> StreamSupport.stream(taken.spliterator(), false)
                                        .map(row -> row.getUUID("person_id"))
                                        .toList())
                                .call(persons -> compare(transaction, persons))
                                .map(List::size)
                        : Uni.createFrom().item(0));
    }

    private Uni<Void> compare(SqlConnection transaction, List<UUID> persons) {
        if (persons.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var these = persons.toArray(UUID[]::new);
        var days = workLists.daysFrom(day.today());
        return transaction
                .preparedQuery(MatchSql.FORGET_TRAITS)
                .execute(Tuple.tuple().addArrayOfUUID(these))
                .chain(() -> likenesses.of(transaction, persons))
                .chain(found -> transaction.preparedQuery(MatchSql.KEEP_TRAITS).execute(values(found)))
                .chain(() -> transaction
                        .preparedQuery(MatchSql.OPEN)
                        .execute(Tuple.tuple()
                                .addArrayOfUUID(these)
                                .addLocalDate(days.get(0))
                                .addLocalDate(days.get(1))
                                .addLocalDate(days.get(2))
                                .addString(cell + "0000")
                                .addInteger(MOST_ALIKE)))
                .replaceWithVoid();
    }

    private static Tuple values(List<Likeness> found) {
        return Tuple.tuple()
                .addArrayOfUUID(found.stream().map(Likeness::personId).toArray(UUID[]::new))
                .addArrayOfString(found.stream().map(one -> one.trait().name()).toArray(String[]::new))
                .addValue(found.stream().map(Likeness::index).toArray(Buffer[]::new));
    }
}
