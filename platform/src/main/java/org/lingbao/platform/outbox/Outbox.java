package org.lingbao.platform.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.lingbao.platform.database.InSession;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.trace.Traces;

/**
 * Stores events beside the rows they tell of (发件箱). It joins the caller's transaction and never opens one of its own:
 * when the command fails, neither row nor event exists.
 *
 * <p>The events of one key are published in the order of their transactions' commits. The append holds an advisory lock
 * on the key until the transaction ends and only then takes its position, so this does not rest on what else a caller
 * has locked.
 */
@ApplicationScoped
public class Outbox {

    /**
     * For a money command that does all in one statement: put after its other parts as {@code event as (…)}. The
     * expressions are columns of the relation that follows.
     *
     * @param type the event's type, for its topic and name
     * @param id SQL expression of the event's id (uuid)
     * @param key SQL expression of the key (uuid)
     * @param payload SQL expression of the JSON payload (text)
     * @param trace SQL expression of {@link Traces#current()} as the statement was given it (text)
     * @param from the relation that the expressions read, with any condition, such as {@code paid where …}
     */
    public static String insertOf(EventType type, String id, String key, String payload, String trace, String from) {
        return insertOf(type.topic(), "'" + type.ce() + "'", id, key, payload, trace, from);
    }

    /**
     * The same for events of several types, in the order of the relation.
     *
     * @param topic of all of them
     * @param type SQL expression of {@link EventType#ce()} (text)
     */
    public static String insertOf(
            String topic, String type, String id, String key, String payload, String trace, String from) {
        return """
                insert into outbox (id, aggregatetype, aggregateid, type, payload, traceparent)
                select o.id, '%s', o.key, o.type, o.payload, nullif(o.trace, '')
                from (select %s as id, %s as key, %s as type, %s as payload, %s as trace from %s offset 0) o
                cross join lateral (select pg_advisory_xact_lock(hashtextextended(o.key::text, 0)) offset 0) ordered""".formatted(topic, id, key, type, payload, trace, from);
    }

    private static final String APPEND = """
            with ordered as materialized (select pg_advisory_xact_lock(hashtextextended(cast($3 as text), 0)))
            insert into outbox (id, aggregatetype, aggregateid, type, payload, traceparent)
            select cast($1 as uuid), cast($2 as text), cast(cast($3 as text) as uuid), cast($4 as text), cast($5 as text),
                   nullif(cast($6 as text), '')
            from ordered""";

    private final EventJson json;
    private final Relay relay;

    Outbox(EventJson json, Relay relay) {
        this.json = json;
        this.relay = relay;
    }

    /** Appends within the Panache session of the running {@code @WithTransaction} command. */
    public Uni<Void> append(EventType type, UUID key, Object payload) {
        return InSession.write(APPEND, parameters(type, key, payload))
                .invoke(relay::wake)
                .replaceWithVoid();
    }

    /** Appends within the transaction that runs on this connection. */
    public Uni<Void> append(SqlConnection transaction, EventType type, UUID key, Object payload) {
        return transaction
                .preparedQuery(APPEND)
                .execute(Tuple.from(parameters(type, key, payload)))
                .invoke(relay::wake)
                .replaceWithVoid();
    }

    private List<Object> parameters(EventType type, UUID key, Object payload) {
        return List.of(Ids.next(), type.topic(), key.toString(), type.ce(), json.write(payload), Traces.current());
    }

    /** Tells the relay that a statement made with {@link #insertOf} has been committed. */
    public void wakeRelay() {
        relay.wake();
    }
}
