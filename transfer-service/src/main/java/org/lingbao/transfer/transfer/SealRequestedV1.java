package org.lingbao.transfer.transfer;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.outbox.EventType;

/** transfer.seal-requested.v1: seal the account and say what is in it (封存). */
record SealRequestedV1(
        UUID caseId,
        UUID personId,
        String newPlace,
        @Nullable String payee,
        LocalDate requestedOn) {
    static final EventType TYPE = new EventType("transfer", "case", "seal-requested", 1);
}
