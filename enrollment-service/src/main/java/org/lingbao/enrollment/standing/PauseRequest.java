package org.lingbao.enrollment.standing;

import jakarta.validation.constraints.NotNull;
import java.time.YearMonth;
import org.lingbao.asking.wire.Month;

/**
 * Asks to pay no more, or again.
 *
 * @param fromMonth the first month for which it holds
 */
record PauseRequest(@NotNull @Month String fromMonth) {
    YearMonth from() {
        return YearMonth.parse(fromMonth);
    }
}
