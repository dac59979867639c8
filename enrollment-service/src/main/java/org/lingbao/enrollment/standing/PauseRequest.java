package org.lingbao.enrollment.standing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.wire.Month;
import org.lingbao.enrollment.channel.Confirmation;

/**
 * Asks to pay no more, or again.
 *
 * @param fromMonth the first month for which it holds
 * @param channel code of the channel, see {@code GET /channels}
 * @param confirmation how the person confirmed, where a clerk acts for them
 */
record PauseRequest(
        @NotNull @Month String fromMonth,
        @NotNull @Size(min = 1, max = 64) String channel,
        @Valid @Nullable Confirmation confirmation) {
    YearMonth from() {
        return YearMonth.parse(fromMonth);
    }
}
