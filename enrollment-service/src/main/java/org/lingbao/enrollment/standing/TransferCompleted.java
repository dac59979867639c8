package org.lingbao.enrollment.standing;

import java.time.LocalDate;
import java.util.UUID;
import org.lingbao.rules.value.Place;

/**
 * Our view of transfer.transfer-completed.v1.
 *
 * @param side IN where this cell is the new place, OUT where it is the old one
 * @param oldPlace where the relation was, GB/T 2260
 */
record TransferCompleted(UUID personId, Side side, String oldPlace, LocalDate completedOn) {
    /** Which side of a transfer this cell is. */
    enum Side {
        IN,
        OUT
    }

    /** Whether the rights have left this cell. */
    boolean movedOut() {
        return side == Side.OUT;
    }

    /** The old province. */
    Place province() {
        return new Place(oldPlace).province();
    }
}
