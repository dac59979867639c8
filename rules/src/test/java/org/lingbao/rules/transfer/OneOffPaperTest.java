package org.lingbao.rules.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lingbao.rules.Law;

class OneOffPaperTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest
    @CsvSource({
        "2016-11-27, 35, NONE_NEEDED",
        "2016-11-27, 36, UNDERTAKING",
        "2016-11-28, 36, LEGAL_INSTRUMENT",
        "2026-11-20, 180, LEGAL_INSTRUMENT",
        "2026-11-20, 0, NONE_NEEDED"
    })
    void many_months_paid_at_once_need_a_paper_to_move(LocalDate paidOn, int months, OneOffPaper paper) {
        assertThat(Law.standard().transfer().oneOffPaper(paidOn, months, TODAY).value())
                .isEqualTo(paper);
    }

    @Test
    void nobody_paid_less_than_nothing() {
        var rules = Law.standard().transfer();
        assertThatThrownBy(() -> rules.oneOffPaper(TODAY, -1, TODAY)).isInstanceOf(IllegalArgumentException.class);
    }
}
