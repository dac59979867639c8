package org.lingbao.platform.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Map;

/** A feature that acts on events. Its effects run in the transaction that also remembers the message. */
public interface EventConsumer {

    /** The name under which messages are remembered and parked. It never changes: another name would replay all. */
    String name();

    /** What to do, by event type. Other types on the topic are none of this consumer's business. */
    Map<String, Handler> handlers();

    /** The effect of one event. */
    @FunctionalInterface
    interface Handler {
        /**
         * Applies the event. It runs within the given transaction, at most once per message.
         *
         * @param transaction the connection on which all of the effect's statements must run
         */
        Uni<Void> apply(SqlConnection transaction, Received event);
    }
}
