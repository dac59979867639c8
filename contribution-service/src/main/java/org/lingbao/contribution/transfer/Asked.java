package org.lingbao.contribution.transfer;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.contribution.transfer.domain.CaseId;

/** Our views of what the transfer service asks for a case. */
final class Asked {
    private Asked() {}

    /** transfer.seal-requested.v1. @param payee the agency's bank account; null: as it was said before */
    record SealRequested(
            UUID caseId,
            UUID personId,
            String newPlace,
            @Nullable String payee) {}

    /** transfer.release-requested.v1 */
    record ReleaseRequested(UUID caseId, StatedForm form) {}

    /** transfer.settle-requested.v1 */
    record SettleRequested(UUID caseId) {
        CaseId id() {
            return new CaseId(caseId);
        }
    }

    /**
     * transfer.funds-expected.v1
     *
     * @param stated what the old place says it sent, in yuan
     */
    record FundsExpected(UUID caseId, String reference, String oldPlace, String stated) {}

    /** transfer.credit-requested.v1. @param newPlace where the relation is, if enrollment has not told of it yet */
    record CreditRequested(
            UUID caseId, UUID personId, @Nullable String newPlace, StatedForm form) {}

    /** transfer.restore-requested.v1 */
    record RestoreRequested(UUID caseId) {
        CaseId id() {
            return new CaseId(caseId);
        }
    }
}
