package org.lingbao.enrollment.certification;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.lingbao.enrollment.joining.Receipt;
import org.lingbao.enrollment.joining.Receipts;
import org.lingbao.enrollment.person.Holder;
import org.lingbao.enrollment.person.Holders;
import org.lingbao.paper.Paper;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.identity.Caller;

/**
 * The receipt of an accepted application, for whoever may see its person and for a delegate or a bank's terminal who applied. Where
 * that is another, the same transaction records it.
 */
@ApplicationScoped
class PrintReceipt {
    private final Receipts receipts;
    private final Holders holders;
    private final Audit audit;
    private final PaperWords words;

    PrintReceipt(Receipts receipts, Holders holders, Audit audit, PaperWords words) {
        this.receipts = receipts;
        this.holders = holders;
        this.audit = audit;
        this.words = words;
    }

    /** Empty where it is not there, was not accepted, or is not the caller's. */
    @WithTransaction
    public Uni<Optional<Paper>> handle(Caller caller, UUID application) {
        return receipts.find(application)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : holder(caller, application, found.get())
                                .map(holder -> holder.map(one -> words.receipt(found.get(), one))));
    }

    private Uni<Optional<Holder>> holder(Caller caller, UUID application, Receipt receipt) {
        if (caller.scope() instanceof AccessScope.Partner) {
            return atTerminal(caller, application, receipt);
        }
        return holders.find(receipt.person(), caller.scope())
                .call(found -> found.isEmpty() || caller.scope() instanceof AccessScope.Own
                        ? Uni.createFrom().voidItem()
                        : audited(caller, receipt, "served by the agency"))
                .chain(found ->
                        found.isPresent() ? Uni.createFrom().item(found) : forDelegate(caller, application, receipt));
    }

    private Uni<Optional<Holder>> atTerminal(Caller caller, UUID application, Receipt receipt) {
        return receipts.wasMadeBy(application, caller)
                .chain(made -> made
                        ? audited(caller, receipt, "served at a terminal of the bank")
                                .chain(() -> holders.find(receipt.person(), new AccessScope.Everything()))
                        : Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Optional<Holder>> forDelegate(Caller caller, UUID application, Receipt receipt) {
        return receipts.delegation(application, caller.scope())
                .chain(by -> by.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : audited(caller, receipt, "by delegation " + by.get())
                                .chain(() -> holders.find(receipt.person(), new AccessScope.Everything())));
    }

    private Uni<Void> audited(Caller caller, Receipt receipt, String why) {
        return audit.record(new Audit.Entry(caller, "receipt.print", receipt.person(), why));
    }
}
