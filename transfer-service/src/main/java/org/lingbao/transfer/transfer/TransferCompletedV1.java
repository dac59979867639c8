package org.lingbao.transfer.transfer;

import java.time.LocalDate;
import java.util.UUID;
import org.lingbao.platform.outbox.EventType;

/** transfer.transfer-completed.v1: the rights are in the new place. */
record TransferCompletedV1(
        UUID caseId,
        UUID personId,
        String side,
        String oldPlace,
        String newPlace,
        int months,
        String account,
        String pooled,
        LocalDate completedOn) {
    static final EventType TYPE = new EventType("transfer", "case", "transfer-completed", 1);
}
