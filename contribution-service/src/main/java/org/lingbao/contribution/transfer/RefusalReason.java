package org.lingbao.contribution.transfer;

import java.util.List;

/** Why an instruction cannot be followed. The names are codes of the catalogue. */
enum RefusalReason {
    /** Another transfer of the person is going on. */
    ALREADY_SEALED,
    /** Other money arrived than is to be credited. */
    FUNDS_MISMATCH,
    /** The person has nothing here. */
    NO_ACCOUNT,
    /** Months that are to be credited count here already (重复缴费). */
    OVERLAP_UNRESOLVED;

    static List<String> codes(List<RefusalReason> reasons) {
        return reasons.stream().map(Enum::name).sorted().toList();
    }
}
