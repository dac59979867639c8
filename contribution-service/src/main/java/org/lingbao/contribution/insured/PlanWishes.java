package org.lingbao.contribution.insured;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import org.lingbao.platform.inbox.Received;

/**
 * Takes the plans that persons wish for together with their enrollment, in the order of the person's events: after the relation
 * that they are for. Whoever makes plans implements it.
 */
public interface PlanWishes {
    Uni<Void> take(SqlConnection transaction, Received event);
}
