package org.lingbao.contribution.reminder;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lingbao.contribution.sweep.Sweep;
import org.lingbao.contribution.sweep.Swept;
import org.lingbao.platform.outbox.Outbox;
import org.lingbao.platform.trace.Traces;

/** Reminds everybody whose window closes soon: one event per person and window, without amounts. */
@ApplicationScoped
class Remind implements Swept {
    private final Soon soon;
    private final Outbox outbox;
    private final int bucketSize;

    Remind(Soon soon, Outbox outbox, @ConfigProperty(name = "lingbao.sweep.bucket") int bucketSize) {
        this.soon = soon;
        this.outbox = outbox;
        this.bucketSize = bucketSize;
    }

    @Override
    public Sweep.Kind kind() {
        return Sweep.Kind.REMINDER;
    }

    @Override
    public int bucketSize() {
        return bucketSize;
    }

    @Override
    public Uni<JsonObject> sweep(SqlConnection transaction, Sweep.Bucket bucket) {
        var sweep = bucket.sweep();
        var closing = Tuple.of(sweep.askedOn(), soon.until(sweep.askedOn()), bucket.from(), bucket.below());
        return transaction
                .preparedQuery(sweep.dry() ? ReminderSql.COUNT : ReminderSql.REMIND)
                .execute(sweep.dry() ? closing : closing.addString(Traces.current()))
                .invoke(outbox::wakeRelay)
                .map(rows -> rows.iterator().next().get(JsonObject.class, "figures"));
    }
}
