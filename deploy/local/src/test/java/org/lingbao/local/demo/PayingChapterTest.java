package org.lingbao.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class PayingChapterTest {
    @Test
    void the_told_amounts_are_20_and_8_percent_of_the_base_and_lose_no_fen() {
        follow(PayingChapter.BASE, PayingChapter.BILL, PayingChapter.ACCOUNT, PayingChapter.POOLED);
        follow(LiaoningChapter.BASE, LiaoningChapter.BILL, LiaoningChapter.ACCOUNT, LiaoningChapter.POOLED);
    }

    private static void follow(String base, String bill, String account, String pooled) {
        var whole = new BigDecimal(base);
        assertThat(new BigDecimal(bill)).isEqualByComparingTo(whole.multiply(new BigDecimal("0.20")));
        assertThat(new BigDecimal(account)).isEqualByComparingTo(whole.multiply(new BigDecimal("0.08")));
        assertThat(new BigDecimal(account).add(new BigDecimal(pooled))).isEqualByComparingTo(bill);
    }
}
