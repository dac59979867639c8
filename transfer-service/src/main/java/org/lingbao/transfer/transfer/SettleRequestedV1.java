package org.lingbao.transfer.transfer;

import java.time.LocalDate;
import java.util.UUID;
import org.lingbao.platform.outbox.EventType;

/** transfer.settle-requested.v1: the new place has it; transit to the bank. */
record SettleRequestedV1(UUID caseId, LocalDate requestedOn) {
    static final EventType TYPE = new EventType("transfer", "case", "settle-requested", 1);
}
