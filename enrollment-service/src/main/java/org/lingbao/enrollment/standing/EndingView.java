package org.lingbao.enrollment.standing;

import java.time.YearMonth;
import java.util.UUID;
import org.lingbao.enrollment.standing.domain.Ending;

/**
 * What ended for good.
 *
 * @param because DECEASED, RETIRED or TERMINATED
 * @param last the last month that is left of what it concerns
 */
record EndingView(UUID personId, String because, YearMonth last) {
    static EndingView of(UUID person, Ending ending) {
        return new EndingView(person, ending.end().name(), ending.last());
    }
}
