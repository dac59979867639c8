package org.lingbao.enrollment.organisation;

import java.time.LocalDate;
import org.lingbao.enrollment.organisation.domain.MoveDecision;

/**
 * Where an organisation hangs from a day on.
 *
 * @param from the first day
 */
record MoveView(String code, String parent, LocalDate from) {
    static MoveView of(MoveDecision.Moves move) {
        return new MoveView(move.code().code(), move.parent().code(), move.from());
    }
}
