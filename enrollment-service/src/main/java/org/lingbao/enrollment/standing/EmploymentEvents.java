package org.lingbao.enrollment.standing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.lingbao.platform.inbox.EventConsumer;
import org.lingbao.platform.inbox.Inbox;

/** Keeps who was hired through job matching, and which months the person paid. */
@ApplicationScoped
class EmploymentEvents implements EventConsumer {
    private static final String NAME = "enrollment-employment";

    private final Inbox inbox;
    private final Learn learn;

    EmploymentEvents(Inbox inbox, Learn learn) {
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
                "matching.hired.v1",
                (transaction, event) -> learn.hired(transaction, event.as(Hired.class)),
                "contribution.month-paid.v1",
                (transaction, event) -> learn.paid(transaction, event.as(MonthPaid.class)),
                "contribution.payment-reversed.v1",
                (transaction, event) -> learn.reversed(transaction, event.as(PaymentReversed.class)));
    }

    @Incoming("matching-person")
    Uni<Void> onHire(ConsumerRecords<String, byte[]> batch) {
        return inbox.take(this, batch);
    }

    @Incoming("contribution-person")
    Uni<Void> onPayment(ConsumerRecords<String, byte[]> batch) {
        return inbox.take(this, batch);
    }
}
