package org.lingbao.platform.outbox;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.lingbao.platform.trace.Traces;

/** The smallest command in each of the two styles: a row and its event, and a failure after both where asked. */
@ApplicationScoped
public class MakeThing {
    static final EventType THING_MADE = new EventType("enrollment", "person", "thing-made", 1);

    /** The event. */
    public record ThingMade(UUID id, int number) {}

    private final Outbox outbox;
    private final Pool pool;

    MakeThing(Outbox outbox, Pool pool) {
        this.outbox = outbox;
        this.pool = pool;
    }

    @WithTransaction
    public Uni<Void> byPanache(UUID id, boolean failing) {
        return ThingRow.of(id, "thing")
                .persist()
                .chain(() -> outbox.append(THING_MADE, id, new ThingMade(id, 1)))
                .chain(() -> end(failing));
    }

    public Uni<Void> bySql(UUID id, boolean failing) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery("insert into thing (id, name) values ($1, 'thing')")
                .execute(Tuple.of(id))
                .chain(() -> outbox.append(transaction, THING_MADE, id, new ThingMade(id, 1)))
                .chain(() -> end(failing)));
    }

    /** The style of a money command: row and event in one statement. */
    public Uni<Void> byOneStatement(UUID id) {
        var sql = "with made as (insert into thing (id, name) values ($1, 'thing') returning id), event as ("
                + Outbox.insertOf(
                        THING_MADE,
                        "gen_random_uuid()",
                        "made.id",
                        "json_build_object('id', made.id, 'number', 1)::text",
                        "$2",
                        "made")
                + ") select 1";
        return pool.preparedQuery(sql)
                .execute(Tuple.of(id, Traces.current()))
                .invoke(outbox::wakeRelay)
                .replaceWithVoid();
    }

    private static Uni<Void> end(boolean failing) {
        return failing
                ? Uni.createFrom().failure(new IllegalStateException("after the append"))
                : Uni.createFrom().voidItem();
    }
}
