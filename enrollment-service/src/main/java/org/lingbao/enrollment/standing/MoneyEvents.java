package org.lingbao.enrollment.standing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.lingbao.platform.inbox.EventConsumer;
import org.lingbao.platform.inbox.Inbox;

/**
 * Keeps of whom there is money at all. A consumer of its own, which has read everything from the beginning: what others had passed over
 * before anybody asked is money, too.
 */
@ApplicationScoped
class MoneyEvents implements EventConsumer {
    private static final String NAME = "enrollment-money";

    /** Of each of its events, whose money it is. */
    private record Booked(UUID personId) {}

    private final Inbox inbox;
    private final Learn learn;

    MoneyEvents(Inbox inbox, Learn learn) {
        this.inbox = inbox;
        this.learn = learn;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Handler> handlers() {
        Handler booked = (transaction, event) ->
                learn.booked(transaction, event.as(Booked.class).personId());
        return Map.of(
                "contribution.month-paid.v1", booked,
                "contribution.year-paid.v1", booked,
                "transfer.transfer-completed.v1", booked);
    }

    @Incoming("contribution-money")
    Uni<Void> onPayment(ConsumerRecords<String, byte[]> batch) {
        return inbox.take(this, batch);
    }

    @Incoming("transfer-money")
    Uni<Void> onTransfer(ConsumerRecords<String, byte[]> batch) {
        return inbox.take(this, batch);
    }
}
