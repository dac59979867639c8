package org.lingbao.transfer.transfer;

import java.time.LocalDate;
import java.util.UUID;
import org.lingbao.platform.outbox.EventType;

/** transfer.release-requested.v1: person and pooled fund to transit, as the form says. */
record ReleaseRequestedV1(UUID caseId, FormPart form, LocalDate requestedOn) {
    static final EventType TYPE = new EventType("transfer", "case", "release-requested", 1);
}
