package org.lingbao.platform.trace;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.lingbao.platform.outbox.EventType;
import org.lingbao.platform.outbox.Outbox;

/** A request that writes an event, to which a consumer answers with a row. */
@Path("/counts")
@Cancellable(false)
public class CountResource {
    private static final EventType COUNTED = new EventType("enrollment", "person", "counted", 1);

    private final Pool pool;
    private final Outbox outbox;

    CountResource(Pool pool, Outbox outbox) {
        this.pool = pool;
        this.outbox = outbox;
    }

    @POST
    @Path("/{key}")
    @PermitAll
    public Uni<Void> count(UUID key) {
        return pool.withTransaction(
                transaction -> outbox.append(transaction, COUNTED, key, Map.of("key", key, "number", 1)));
    }
}
