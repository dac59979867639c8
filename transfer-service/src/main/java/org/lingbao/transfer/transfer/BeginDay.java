package org.lingbao.transfer.transfer;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.web.Outage;
import org.lingbao.transfer.transfer.domain.CaseId;
import org.lingbao.transfer.transfer.domain.Input;
import org.lingbao.transfer.transfer.domain.Moment;
import org.lingbao.watching.Rounds;

/**
 * Looks at the deadlines of every open case once a business day, one transaction each. A case that cannot be looked at stops no
 * other. Several processes may do it at once: each case is locked, and looked at by whoever comes first.
 */
@ApplicationScoped
class BeginDay {
    private static final Logger LOG = Logger.getLogger(BeginDay.class);
    private static final int BATCH = 100;

    private static final String DUE = """
            select case_id from transfer_case where open and day < $1 and ($2::uuid is null or case_id > $2)
            order by case_id limit $3""";

    private final Pool pool;
    private final Cases cases;
    private final Dockets dockets;
    private final Rounds rounds;
    private final Duration interval;

    BeginDay(
            Pool pool,
            Cases cases,
            Dockets dockets,
            Rounds rounds,
            @ConfigProperty(name = "lingbao.transfer.day-interval", defaultValue = "PT15S") Duration interval) {
        this.pool = pool;
        this.cases = cases;
        this.dockets = dockets;
        this.rounds = rounds;
        this.interval = interval;
    }

    void start(@Observes StartupEvent event) {
        rounds.every(interval, LOG, "deadlines wait", this::all);
    }

    /** Every open case that has not seen this day. */
    Uni<Void> all() {
        return from(null, cases.now());
    }

    private Uni<Void> from(@Nullable UUID after, Moment moment) {
        return pool.preparedQuery(DUE)
                .execute(Tuple.of(moment.today()).addUUID(after).addInteger(BATCH))
                .map(found -> StreamSupport.stream(found.spliterator(), false)
                        .map((Row row) -> row.getUUID("case_id"))
                        .toList())
                .chain(batch -> each(batch, moment)
                        .chain(() ->
                                batch.size() < BATCH ? Uni.createFrom().voidItem() : from(batch.getLast(), moment)));
    }

    private Uni<Void> each(List<UUID> batch, Moment moment) {
        return Multi.createFrom()
                .iterable(batch)
                .onItem()
                .transformToUniAndConcatenate(id -> one(new CaseId(id), moment)
                        .onFailure(failure -> !Outage.isOne(failure))
                        .invoke(failure -> LOG.errorf(failure, "the deadlines of case %s cannot be looked at", id))
                        .onFailure(failure -> !Outage.isOne(failure))
                        .recoverWithNull())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> one(CaseId id, Moment moment) {
        return pool.withTransaction(transaction -> dockets.find(transaction, id)
                .chain(found -> found.filter(docket -> isBefore(docket, moment))
                        .map(docket -> cases.write(
                                        transaction,
                                        docket.on(moment.today()),
                                        docket.step(new Input.DayBegan(), moment),
                                        moment)
                                .replaceWithVoid())
                        .orElseGet(() -> Uni.createFrom().voidItem())));
    }

    private static boolean isBefore(Docket docket, Moment moment) {
        return docket.day() != null && docket.day().isBefore(moment.today());
    }
}
