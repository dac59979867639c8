package org.lingbao.rules.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatchUpTest {

    @ParameterizedTest
    @CsvSource({
        "NONE, 2028-02, 2028-02-29",
        "CURRENT_QUARTER, 2026-02, 2026-03-31",
        "CURRENT_QUARTER, 2026-10, 2026-12-31",
        "CURRENT_YEAR, 2026-02, 2026-12-31"
    })
    void a_month_may_be_paid_as_long_as_the_window_says(CatchUp catchUp, String month, String until) {
        assertThat(catchUp.payableUntil(YearMonth.parse(month))).isEqualTo(until);
    }
}
