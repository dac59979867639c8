package org.lingbao.contribution.transfer;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.lingbao.contribution.transfer.domain.CaseId;
import org.lingbao.contribution.transfer.domain.Form;
import org.lingbao.contribution.transfer.domain.SettlementReference;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.outbox.EventType;
import org.lingbao.platform.outbox.Outbox;
import org.lingbao.rules.value.Money;

/** Tells the transfer service what was done, in the transaction that does it. Key: the case. */
@ApplicationScoped
class Answers {
    private final Outbox outbox;
    private final BusinessDay day;

    Answers(Outbox outbox, BusinessDay day) {
        this.outbox = outbox;
        this.day = day;
    }

    record AccountSealedV1(UUID caseId, StatedForm form, LocalDate sealedOn) {
        static final EventType TYPE = new EventType("contribution", "transfer", "account-sealed", 1);
    }

    record SealRefusedV1(UUID caseId, List<String> reasons, LocalDate refusedOn) {
        static final EventType TYPE = new EventType("contribution", "transfer", "seal-refused", 1);
    }

    record FundsReleasedV1(UUID caseId, String reference, LocalDate releasedOn) {
        static final EventType TYPE = new EventType("contribution", "transfer", "funds-released", 1);
    }

    record FundsArrivedV1(UUID caseId, String received, LocalDate arrivedOn) {
        static final EventType TYPE = new EventType("contribution", "transfer", "funds-arrived", 1);
    }

    record RightsCreditedV1(UUID caseId, LocalDate creditedOn) {
        static final EventType TYPE = new EventType("contribution", "transfer", "rights-credited", 1);
    }

    record CreditRefusedV1(UUID caseId, List<String> reasons, LocalDate refusedOn) {
        static final EventType TYPE = new EventType("contribution", "transfer", "credit-refused", 1);
    }

    record AccountRestoredV1(UUID caseId, LocalDate restoredOn) {
        static final EventType TYPE = new EventType("contribution", "transfer", "account-restored", 1);
    }

    Uni<Void> sealed(SqlConnection transaction, CaseId id, Form form) {
        var answer = new AccountSealedV1(id.value(), StatedForm.of(form), day.today());
        return outbox.append(transaction, AccountSealedV1.TYPE, id.value(), answer);
    }

    Uni<Void> sealRefused(SqlConnection transaction, CaseId id, List<RefusalReason> reasons) {
        var answer = new SealRefusedV1(id.value(), RefusalReason.codes(reasons), day.today());
        return outbox.append(transaction, SealRefusedV1.TYPE, id.value(), answer);
    }

    Uni<Void> released(SqlConnection transaction, CaseId id, SettlementReference reference) {
        var answer = new FundsReleasedV1(id.value(), reference.value(), day.today());
        return outbox.append(transaction, FundsReleasedV1.TYPE, id.value(), answer);
    }

    /** @param received all that arrived for the case so far */
    Uni<Void> arrived(SqlConnection transaction, CaseId id, Money received) {
        var answer = new FundsArrivedV1(id.value(), received.toYuan(), day.today());
        return outbox.append(transaction, FundsArrivedV1.TYPE, id.value(), answer);
    }

    Uni<Void> credited(SqlConnection transaction, CaseId id) {
        var answer = new RightsCreditedV1(id.value(), day.today());
        return outbox.append(transaction, RightsCreditedV1.TYPE, id.value(), answer);
    }

    Uni<Void> creditRefused(SqlConnection transaction, CaseId id, List<RefusalReason> reasons) {
        var answer = new CreditRefusedV1(id.value(), RefusalReason.codes(reasons), day.today());
        return outbox.append(transaction, CreditRefusedV1.TYPE, id.value(), answer);
    }

    Uni<Void> restored(SqlConnection transaction, CaseId id) {
        var answer = new AccountRestoredV1(id.value(), day.today());
        return outbox.append(transaction, AccountRestoredV1.TYPE, id.value(), answer);
    }
}
