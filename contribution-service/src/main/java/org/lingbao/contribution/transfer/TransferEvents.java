package org.lingbao.contribution.transfer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.lingbao.contribution.transfer.Asked.CreditRequested;
import org.lingbao.contribution.transfer.Asked.FundsExpected;
import org.lingbao.contribution.transfer.Asked.ReleaseRequested;
import org.lingbao.contribution.transfer.Asked.RestoreRequested;
import org.lingbao.contribution.transfer.Asked.SealRequested;
import org.lingbao.contribution.transfer.Asked.SettleRequested;
import org.lingbao.platform.inbox.EventConsumer;
import org.lingbao.platform.inbox.Inbox;

/**
 * Does what the transfer service asks. The channel hands over one event at a time, so that a transaction works on one case
 * and holds its locks in the one order.
 */
@ApplicationScoped
class TransferEvents implements EventConsumer {
    private final Inbox inbox;
    private final SealAccount seal;
    private final ReleaseFunds release;
    private final SettleFunds settle;
    private final ExpectFunds expect;
    private final CreditRights credit;
    private final RestoreAccount restore;

    TransferEvents(
            Inbox inbox,
            SealAccount seal,
            ReleaseFunds release,
            SettleFunds settle,
            ExpectFunds expect,
            CreditRights credit,
            RestoreAccount restore) {
        this.inbox = inbox;
        this.seal = seal;
        this.release = release;
        this.settle = settle;
        this.expect = expect;
        this.credit = credit;
        this.restore = restore;
    }

    @Override
    public String name() {
        return "contribution-transfer";
    }

    @Override
    public Map<String, Handler> handlers() {
        return Map.of(
                "transfer.seal-requested.v1",
                (transaction, event) -> seal.handle(transaction, event.as(SealRequested.class)),
                "transfer.release-requested.v1",
                (transaction, event) -> release.handle(transaction, event.as(ReleaseRequested.class)),
                "transfer.settle-requested.v1",
                (transaction, event) -> settle.handle(
                        transaction, event.as(SettleRequested.class).id()),
                "transfer.funds-expected.v1",
                (transaction, event) -> expect.handle(transaction, event.as(FundsExpected.class)),
                "transfer.credit-requested.v1",
                (transaction, event) -> credit.handle(transaction, event.as(CreditRequested.class)),
                "transfer.restore-requested.v1",
                (transaction, event) -> restore.handle(
                        transaction, event.as(RestoreRequested.class).id()));
    }

    @Incoming("transfer-case")
    Uni<Void> on(ConsumerRecords<String, byte[]> batch) {
        return inbox.take(this, batch);
    }
}
