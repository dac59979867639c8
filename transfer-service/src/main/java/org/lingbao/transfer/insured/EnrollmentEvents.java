package org.lingbao.transfer.insured;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.lingbao.platform.inbox.EventConsumer;
import org.lingbao.platform.inbox.Inbox;

/** Keeps what this service knows of persons in step with enrollment. */
@ApplicationScoped
class EnrollmentEvents implements EventConsumer {
    private final Inbox inbox;
    private final InsuredRows insured;

    EnrollmentEvents(Inbox inbox, InsuredRows insured) {
        this.inbox = inbox;
        this.insured = insured;
    }

    @Override
    public String name() {
        return "transfer";
    }

    @Override
    public Map<String, Handler> handlers() {
        return Map.of(
                "enrollment.person-registered.v1",
                (transaction, event) -> insured.link(transaction, event.as(PersonRegistered.class)),
                "enrollment.person-merged.v1",
                (transaction, event) -> insured.merge(transaction, event.as(PersonMerged.class)),
                "enrollment.person-area-added.v1",
                (transaction, event) -> insured.addArea(transaction, event.as(PersonAreaAdded.class)),
                "enrollment.relation-opened.v1",
                (transaction, event) -> insured.open(transaction, event.as(RelationOpened.class)),
                "enrollment.relation-closed.v1",
                (transaction, event) -> insured.close(transaction, event.as(RelationClosed.class)));
    }

    @Incoming("enrollment-person")
    Uni<Void> on(ConsumerRecords<String, byte[]> batch) {
        return inbox.take(this, batch);
    }
}
