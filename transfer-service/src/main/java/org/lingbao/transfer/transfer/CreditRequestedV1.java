package org.lingbao.transfer.transfer;

import java.time.LocalDate;
import java.util.UUID;
import org.lingbao.platform.outbox.EventType;

/** transfer.credit-requested.v1: transit to person and pooled fund, months added. */
record CreditRequestedV1(
        UUID caseId, UUID personId, String oldPlace, String newPlace, FormPart form, LocalDate requestedOn) {
    static final EventType TYPE = new EventType("transfer", "case", "credit-requested", 1);
}
