package org.lingbao.enrollment.standing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.lingbao.platform.inbox.EventConsumer;
import org.lingbao.platform.inbox.Inbox;

/**
 * Keeps which years of the resident scheme are paid. A consumer of its own, which has read everything from the beginning: what others had
 * passed over before anybody asked is paid, too.
 */
@ApplicationScoped
class YearEvents implements EventConsumer {
    private static final String NAME = "enrollment-years";

    private final Inbox inbox;
    private final Learn learn;

    YearEvents(Inbox inbox, Learn learn) {
        this.inbox = inbox;
        this.learn = learn;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Handler> handlers() {
        return Map.of(
                "contribution.year-paid.v1", (transaction, event) -> learn.paid(transaction, event.as(YearPaid.class)));
    }

    @Incoming("contribution-years")
    Uni<Void> on(ConsumerRecords<String, byte[]> batch) {
        return inbox.take(this, batch);
    }
}
