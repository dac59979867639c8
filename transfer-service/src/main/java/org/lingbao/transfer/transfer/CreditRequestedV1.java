package org.lingbao.transfer.transfer;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.UUID;
import org.lingbao.platform.outbox.EventType;

/** transfer.credit-requested.v1: transit to person and pooled fund, months added. */
@RegisterForReflection
record CreditRequestedV1(
        UUID caseId, UUID personId, String oldPlace, String newPlace, FormPart form, LocalDate requestedOn) {
    static final EventType TYPE = new EventType("transfer", "case", "credit-requested", 1);
}
