package org.lingbao.transfer.transfer;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.UUID;
import org.lingbao.platform.outbox.EventType;

/** transfer.transfer-opened.v1: a case has begun here. */
@RegisterForReflection
record TransferOpenedV1(UUID caseId, UUID personId, String side, String oldPlace, String newPlace, LocalDate openedOn) {
    static final EventType TYPE = new EventType("transfer", "case", "transfer-opened", 1);
}
