package org.lingbao.transfer.transfer;

import java.time.LocalDate;
import java.util.UUID;
import org.lingbao.platform.outbox.EventType;

/** transfer.transfer-opened.v1: a case has begun here. */
record TransferOpenedV1(UUID caseId, UUID personId, String side, String oldPlace, String newPlace, LocalDate openedOn) {
    static final EventType TYPE = new EventType("transfer", "case", "transfer-opened", 1);
}
