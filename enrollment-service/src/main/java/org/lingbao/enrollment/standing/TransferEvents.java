package org.lingbao.enrollment.standing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.lingbao.platform.inbox.EventConsumer;
import org.lingbao.platform.inbox.Inbox;

/** Ends the relation whose rights a transfer has taken to another province. */
@ApplicationScoped
class TransferEvents implements EventConsumer {
    private static final String NAME = "enrollment-transfer";

    private final Inbox inbox;
    private final CloseRelation close;

    TransferEvents(Inbox inbox, CloseRelation close) {
        this.inbox = inbox;
        this.close = close;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Handler> handlers() {
        return Map.of(
                "transfer.transfer-completed.v1",
                (transaction, event) -> close.after(transaction, event.as(TransferCompleted.class)));
    }

    @Incoming("transfer-case")
    Uni<Void> on(ConsumerRecords<String, byte[]> batch) {
        return inbox.take(this, batch);
    }
}
