package org.lingbao.enrollment.signal;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.lingbao.platform.inbox.EventConsumer;
import org.lingbao.platform.inbox.Inbox;

/**
 * Keeps whom another paid for. A consumer of its own, which reads from the beginning: what processes of an earlier release pass over
 * while they are replaced is not lost.
 */
@ApplicationScoped
class PayerEvents implements EventConsumer {
    private static final String NAME = "enrollment-payers";

    /** Under the id that is told: who that is today, whoever asks finds out. */
    private static final String KEEP = """
            insert into paid_for (payer, person_id, first_on, last_on) values (decode($1, 'hex'), $2, $3, $3)
            on conflict (payer, person_id) do update
                set first_on = least(paid_for.first_on, excluded.first_on), last_on = greatest(paid_for.last_on, excluded.last_on)
                where excluded.first_on < paid_for.first_on or excluded.last_on > paid_for.last_on""";

    private final Inbox inbox;

    PayerEvents(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Handler> handlers() {
        Handler paid = (transaction, event) -> keep(transaction, event.as(PaidFor.class));
        return Map.of("contribution.month-paid.v1", paid, "contribution.year-paid.v1", paid);
    }

    @Incoming("contribution-payers")
    Uni<Void> on(ConsumerRecords<String, byte[]> batch) {
        return inbox.take(this, batch);
    }

    private static Uni<Void> keep(SqlConnection transaction, PaidFor paid) {
        return paid.payer() == null
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(KEEP)
                        .execute(Tuple.of(paid.payer(), paid.personId(), paid.paidOn()))
                        .replaceWithVoid();
    }
}
