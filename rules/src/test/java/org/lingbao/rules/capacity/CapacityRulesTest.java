package org.lingbao.rules.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.lingbao.rules.Law;

class CapacityRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

    @Test
    void on_the_eighteenth_birthday_somebody_is_an_adult() {
        assertThat(of(TODAY.minusYears(18))).isEqualTo(new Capacity.Full());
    }

    @Test
    void the_day_before_they_are_not_and_the_article_is_named() {
        assertThat(of(TODAY.minusYears(18).plusDays(1))).isInstanceOfSatisfying(Capacity.Limited.class, limited -> {
            assertThat(limited.age()).isEqualTo(17);
            assertThat(limited.adult()).isEqualTo(18);
            assertThat(limited.ownWork()).isEqualTo(16);
            assertThat(limited.citation().text()).contains("民法典", "第十八条");
        });
    }

    @Test
    void the_trace_says_age_and_outcome() {
        var trace =
                Law.standard().capacity().of(TODAY.minusYears(30), TODAY, TODAY).trace();

        assertThat(trace.outcome()).isEqualTo("ADULT");
        assertThat(trace.inputs()).containsEntry("age", "30");
    }

    private static Capacity of(LocalDate birthDate) {
        return Law.standard().capacity().of(birthDate, TODAY, TODAY).value();
    }
}
