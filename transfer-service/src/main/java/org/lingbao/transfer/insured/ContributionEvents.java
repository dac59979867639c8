package org.lingbao.transfer.insured;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.lingbao.platform.inbox.EventConsumer;
import org.lingbao.platform.inbox.Inbox;

/** Learns from contribution on which day somebody first paid in a place. */
@ApplicationScoped
class ContributionEvents implements EventConsumer {
    private final Inbox inbox;
    private final InsuredRows insured;

    ContributionEvents(Inbox inbox, InsuredRows insured) {
        this.inbox = inbox;
        this.insured = insured;
    }

    @Override
    public String name() {
        return "transfer-payments";
    }

    @Override
    public Map<String, Handler> handlers() {
        return Map.of(
                "contribution.month-paid.v1",
                (transaction, event) -> insured.paid(transaction, event.as(MonthPaid.class)),
                "contribution.payment-reversed.v1",
                (transaction, event) -> insured.reversed(transaction, event.as(PaymentReversed.class)));
    }

    @Incoming("contribution-person")
    Uni<Void> on(ConsumerRecords<String, byte[]> batch) {
        return inbox.take(this, batch);
    }
}
