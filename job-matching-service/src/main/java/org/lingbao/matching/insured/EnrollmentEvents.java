package org.lingbao.matching.insured;

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
        return Insured.CONSUMER;
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
                "enrollment.employment-registered.v1",
                (transaction, event) -> insured.registered(transaction, event.as(EmploymentRegistered.class)),
                "enrollment.person-deceased.v1",
                (transaction, event) -> insured.deceased(transaction, event.as(PersonDeceased.class)),
                "enrollment.person-death-withdrawn.v1",
                (transaction, event) -> insured.lives(transaction, event.as(PersonDeathWithdrawn.class)),
                "enrollment.consent-granted.v1",
                (transaction, event) -> insured.granted(transaction, event.as(ConsentGranted.class)),
                "enrollment.consent-revoked.v1",
                (transaction, event) -> insured.revoked(transaction, event.as(ConsentRevoked.class)));
    }

    @Incoming("enrollment-person")
    Uni<Void> on(ConsumerRecords<String, byte[]> batch) {
        return inbox.take(this, batch);
    }
}
