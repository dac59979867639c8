package org.lingbao.transfer.transfer;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.lingbao.platform.outbox.EventType;

/**
 * transfer.transfer-ended.v1: nothing was moved.
 *
 * @param ending {@code REFUSED} or {@code CANCELLED}
 * @param reasons of a refusal
 */
record TransferEndedV1(
        UUID caseId, UUID personId, String side, String ending, List<String> reasons, LocalDate endedOn) {
    static final EventType TYPE = new EventType("transfer", "case", "transfer-ended", 1);
}
