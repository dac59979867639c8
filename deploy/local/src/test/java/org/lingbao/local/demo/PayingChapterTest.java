package org.lingbao.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class PayingChapterTest {
    private static final BigDecimal BASE = new BigDecimal(PayingChapter.BASE);

    @Test
    void the_told_amounts_are_20_and_8_percent_of_the_base_and_lose_no_fen() {
        assertThat(new BigDecimal(PayingChapter.BILL)).isEqualByComparingTo(BASE.multiply(new BigDecimal("0.20")));
        assertThat(new BigDecimal(PayingChapter.ACCOUNT)).isEqualByComparingTo(BASE.multiply(new BigDecimal("0.08")));
        assertThat(new BigDecimal(PayingChapter.ACCOUNT).add(new BigDecimal(PayingChapter.POOLED)))
                .isEqualByComparingTo(PayingChapter.BILL);
    }
}
