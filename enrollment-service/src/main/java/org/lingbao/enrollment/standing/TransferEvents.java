package org.lingbao.enrollment.standing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.lingbao.platform.inbox.EventConsumer;
import org.lingbao.platform.inbox.Inbox;

/** Keeps that a transfer has taken a person's rights to another province, which ends what was here. */
@ApplicationScoped
class TransferEvents implements EventConsumer {
    private static final String NAME = "enrollment-transfer";

    private final Inbox inbox;
    private final Learn learn;

    TransferEvents(Inbox inbox, Learn learn) {
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
                "transfer.transfer-completed.v1",
                (transaction, event) -> learn.moved(transaction, event.as(TransferCompleted.class)));
    }

    @Incoming("transfer-case")
    Uni<Void> on(ConsumerRecords<String, byte[]> batch) {
        return inbox.take(this, batch);
    }
}
