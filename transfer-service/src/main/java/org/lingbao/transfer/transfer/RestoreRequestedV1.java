package org.lingbao.transfer.transfer;

import java.time.LocalDate;
import java.util.UUID;
import org.lingbao.platform.outbox.EventType;

/** transfer.restore-requested.v1: undo whatever was done for this case. */
record RestoreRequestedV1(UUID caseId, LocalDate requestedOn) {
    static final EventType TYPE = new EventType("transfer", "case", "restore-requested", 1);
}
