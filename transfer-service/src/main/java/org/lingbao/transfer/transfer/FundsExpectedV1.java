package org.lingbao.transfer.transfer;

import java.time.LocalDate;
import java.util.UUID;
import org.lingbao.platform.outbox.EventType;

/** transfer.funds-expected.v1: what the bank received under this reference, to transit. */
record FundsExpectedV1(UUID caseId, String reference, String oldPlace, String stated, LocalDate requestedOn) {
    static final EventType TYPE = new EventType("transfer", "case", "funds-expected", 1);
}
