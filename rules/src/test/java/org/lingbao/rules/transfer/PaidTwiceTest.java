package org.lingbao.rules.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.lingbao.rules.Law;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.trace.Status;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;

class PaidTwiceTest {
    private static final TransferRules RULES = Law.standard().transfer();
    private static final LocalDate ON = LocalDate.parse("2026-09-01");
    private static final Place WEIFANG = new Place("370702");
    private static final Place PUDONG = new Place("310115");
    private static final Money OWN = Money.yuan("1766.40");

    @Test
    void months_paid_for_twice_count_once_and_the_own_payments_are_returned() {
        assertThat(overlap(twice(120, 24, 5))).isEqualTo(new PaidOverlap(WEIFANG, PUDONG, 139, OWN, true));
    }

    @Test
    void which_relation_stays_is_agreed_and_does_not_change_the_months() {
        qt().forAll(
                        integers().between(1, 600),
                        integers().between(0, 600),
                        integers().between(0, 600))
                .check((overlap, here, there) -> {
                    var stays = overlap(twice(overlap + here, overlap + there, overlap));
                    var goes = overlap(twice(overlap + there, overlap + here, overlap));
                    return stays.months() == here + there + overlap
                            && goes.months() == stays.months()
                            && stays.refund().equals(OWN);
                });
    }

    @Test
    void nobody_has_confirmed_the_rule_and_the_result_says_so() {
        var explained = RULES.overlap(twice(120, 24, 5), ON);
        assertThat(explained.value().unconfirmed()).isTrue();
        assertThat(explained.trace().status()).isEqualTo(Status.UNCERTAIN);
        assertThat(explained.trace().article()).contains("人社部发〔2010〕70号");
        assertThat(explained.trace().text().zh())
                .isEqualTo("保留 370702（120 个月），清理 310115（24 个月），重复 5 个月只计一次，合计 139 个月；退还本人 1766.40 元");
    }

    @Test
    void an_overlap_is_no_longer_than_either_relation_and_at_least_a_month() {
        assertThat(overlap(twice(24, 24, 24)).months()).isEqualTo(24);
        assertThatThrownBy(() -> twice(120, 24, 25)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> twice(24, 120, 25)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> twice(120, 24, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> twice(120, 24, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void one_place_or_a_negative_amount_is_malformed() {
        assertThatThrownBy(() -> new PaidTwice(WEIFANG, 9, WEIFANG, 9, 1, OWN, Money.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PaidTwice(WEIFANG, 9, PUDONG, 9, 1, OWN.negate(), Money.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PaidTwice(WEIFANG, 9, PUDONG, 9, 1, OWN, OWN.negate()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void more_months_than_can_be_counted_overflow_and_a_time_before_the_rule_is_unknown() {
        assertThatThrownBy(() -> overlap(twice(Integer.MAX_VALUE, 2, 1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> RULES.overlap(twice(120, 24, 5), LocalDate.parse("2010-12-30")))
                .isInstanceOf(DataNotLoaded.class);
    }

    private static PaidOverlap overlap(PaidTwice twice) {
        return RULES.overlap(twice, ON).value();
    }

    private static PaidTwice twice(int kept, int closed, int overlap) {
        return new PaidTwice(WEIFANG, kept, PUDONG, closed, overlap, OWN, Money.yuan("2649.60"));
    }
}
