package org.lingbao.contribution.insured;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.lingbao.contribution.consent.Consents;
import org.lingbao.contribution.ledger.Accounts;
import org.lingbao.platform.inbox.EventConsumer;
import org.lingbao.platform.inbox.Inbox;

/** Keeps what this service knows of persons in step with enrollment. */
@ApplicationScoped
class EnrollmentEvents implements EventConsumer {
    private final Inbox inbox;
    private final InsuredRows insured;
    private final DeathRows deaths;
    private final Accounts accounts;
    private final Consents consents;
    private final PlanWishes wishes;

    EnrollmentEvents(
            Inbox inbox,
            InsuredRows insured,
            DeathRows deaths,
            Accounts accounts,
            Consents consents,
            PlanWishes wishes) {
        this.inbox = inbox;
        this.insured = insured;
        this.deaths = deaths;
        this.accounts = accounts;
        this.consents = consents;
        this.wishes = wishes;
    }

    @Override
    public String name() {
        return Consents.CONSUMER;
    }

    @Override
    public Map<String, Handler> handlers() {
        return Map.ofEntries(
                Map.entry(
                        "enrollment.person-registered.v1",
                        (transaction, event) -> insured.link(transaction, event.as(PersonRegistered.class))),
                Map.entry(
                        "enrollment.person-merged.v1",
                        (transaction, event) -> insured.merge(transaction, event.as(PersonMerged.class))),
                Map.entry(
                        "enrollment.person-area-added.v1",
                        (transaction, event) -> insured.addArea(transaction, event.as(PersonAreaAdded.class))),
                Map.entry(
                        "enrollment.person-deceased.v1",
                        (transaction, event) -> deaths.deceased(transaction, event.as(PersonDeceased.class))),
                Map.entry(
                        "enrollment.person-death-withdrawn.v1",
                        (transaction, event) -> deaths.withdrawn(transaction, event.as(PersonDeathWithdrawn.class))),
                Map.entry("enrollment.relation-opened.v1", (transaction, event) -> {
                    var opened = event.as(RelationOpened.class);
                    return insured.open(transaction, opened)
                            .chain(() -> opened.hasAccount()
                                    ? accounts.open(transaction, opened.personId(), opened.scheme())
                                    : Uni.createFrom().voidItem());
                }),
                Map.entry(
                        "enrollment.relation-closed.v1",
                        (transaction, event) -> insured.close(transaction, event.as(RelationClosed.class))),
                Map.entry(
                        "enrollment.relation-paused.v1",
                        (transaction, event) -> insured.pause(transaction, event.as(RelationPaused.class))),
                Map.entry(
                        "enrollment.relation-resumed.v1",
                        (transaction, event) -> insured.resume(transaction, event.as(RelationPaused.class))),
                Map.entry("enrollment.consent-granted.v1", consents::granted),
                Map.entry("enrollment.plan-wished.v1", wishes::take),
                Map.entry("enrollment.consent-revoked.v1", consents::revoked));
    }

    @Incoming("enrollment-person")
    Uni<Void> on(ConsumerRecords<String, byte[]> batch) {
        return inbox.take(this, batch);
    }
}
