package org.lingbao.enrollment.onething;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.lingbao.platform.inbox.EventConsumer;
import org.lingbao.platform.inbox.Inbox;

/** Follows what contribution makes of the plans that were wished for. */
@ApplicationScoped
class PlanEvents implements EventConsumer {
    private static final String NAME = "enrollment-one-thing";

    private final Inbox inbox;
    private final FollowPlan follow;

    PlanEvents(Inbox inbox, FollowPlan follow) {
        this.inbox = inbox;
        this.follow = follow;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Handler> handlers() {
        return Map.of(
                "contribution.plan-chosen.v1",
                (transaction, event) -> follow.chosen(transaction, event.as(PlanChosen.class)),
                "contribution.plan-refused.v1",
                (transaction, event) -> follow.refused(transaction, event.as(PlanRefused.class)));
    }

    @Incoming("contribution-plans")
    Uni<Void> on(ConsumerRecords<String, byte[]> batch) {
        return inbox.take(this, batch);
    }
}
