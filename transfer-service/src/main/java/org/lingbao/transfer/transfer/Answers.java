package org.lingbao.transfer.transfer;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.lingbao.platform.inbox.EventConsumer;
import org.lingbao.platform.inbox.Inbox;
import org.lingbao.rules.value.Money;
import org.lingbao.transfer.transfer.domain.Answer;
import org.lingbao.transfer.transfer.domain.CaseId;
import org.lingbao.transfer.transfer.domain.Reason;
import org.lingbao.transfer.transfer.domain.SettlementReference;

/** Takes what contribution says it did for a case. */
@ApplicationScoped
class Answers implements EventConsumer {
    private final Inbox inbox;
    private final Cases cases;
    private final Dockets dockets;

    Answers(Inbox inbox, Cases cases, Dockets dockets) {
        this.inbox = inbox;
        this.cases = cases;
        this.dockets = dockets;
    }

    /** Our view of contribution.account-sealed.v1. */
    record AccountSealed(UUID caseId, FormPart form) {}

    /** Our view of contribution.seal-refused.v1. */
    record SealRefused(UUID caseId, List<String> reasons) {}

    /** Our view of contribution.funds-released.v1. */
    record FundsReleased(UUID caseId, String reference) {}

    /** Our view of contribution.funds-arrived.v1. @param received all so far */
    record FundsArrived(UUID caseId, String received) {}

    /** Our view of contribution.rights-credited.v1. */
    record RightsCredited(UUID caseId) {}

    /** Our view of contribution.credit-refused.v1. */
    record CreditRefused(UUID caseId, List<String> reasons) {}

    /** Our view of contribution.account-restored.v1. */
    record AccountRestored(UUID caseId) {}

    @Override
    public String name() {
        return "transfer-answers";
    }

    @Override
    public Map<String, Handler> handlers() {
        return Map.of(
                "contribution.account-sealed.v1",
                (transaction, event) -> {
                    var sealed = event.as(AccountSealed.class);
                    return on(
                            transaction,
                            sealed.caseId(),
                            new Answer.AccountSealed(sealed.form().toForm()));
                },
                "contribution.seal-refused.v1",
                (transaction, event) -> {
                    var refused = event.as(SealRefused.class);
                    return on(transaction, refused.caseId(), new Answer.SealRefused(reasons(refused.reasons())));
                },
                "contribution.funds-released.v1",
                (transaction, event) -> {
                    var released = event.as(FundsReleased.class);
                    var reference = new SettlementReference(released.reference());
                    return on(transaction, released.caseId(), new Answer.FundsReleased(reference));
                },
                "contribution.funds-arrived.v1",
                (transaction, event) -> {
                    var arrived = event.as(FundsArrived.class);
                    return on(transaction, arrived.caseId(), new Answer.FundsArrived(Money.yuan(arrived.received())));
                },
                "contribution.rights-credited.v1",
                (transaction, event) ->
                        on(transaction, event.as(RightsCredited.class).caseId(), new Answer.RightsCredited()),
                "contribution.credit-refused.v1",
                (transaction, event) -> {
                    var refused = event.as(CreditRefused.class);
                    return on(transaction, refused.caseId(), new Answer.CreditRefused(reasons(refused.reasons())));
                },
                "contribution.account-restored.v1",
                (transaction, event) ->
                        on(transaction, event.as(AccountRestored.class).caseId(), new Answer.AccountRestored()));
    }

    @Incoming("contribution-transfer")
    Uni<Void> on(ConsumerRecords<String, byte[]> batch) {
        return inbox.take(this, batch);
    }

    /** Nobody answers what was not asked: an answer for no case is a mistake, and is parked. */
    private Uni<Void> on(SqlConnection transaction, UUID id, Answer answer) {
        var moment = cases.now();
        return dockets.find(transaction, new CaseId(id))
                .map(found -> found.orElseThrow(() -> new IllegalStateException("an answer for no case: " + id)))
                .chain(docket -> cases.write(transaction, docket, docket.step(answer, moment), moment))
                .replaceWithVoid();
    }

    private static List<Reason> reasons(List<String> codes) {
        return codes.stream().map(Reason::new).toList();
    }
}
