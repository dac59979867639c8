package org.lingbao.contribution.chain;

import java.time.LocalDate;
import java.util.UUID;
import org.lingbao.platform.outbox.EventType;

/** How far the ledger is sealed, and by which seal: whoever keeps it can hold the chain to it. Key: the ledger. */
record LedgerSealedV1(UUID ledgerId, String cell, long position, String seal, LocalDate sealedOn) {
    static final EventType TYPE = new EventType("contribution", "ledger", "ledger-sealed", 1);
}
