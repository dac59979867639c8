package org.lingbao.rules.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @Test
    void yuan_are_read_into_whole_fen_and_written_with_two_decimals() {
        assertThat(Money.yuan("4573")).isEqualTo(new Money(457300));
        assertThat(Money.yuan("4573.0").toYuan()).isEqualTo("4573.00");
        assertThat(Money.yuan("-0.05").toYuan()).isEqualTo("-0.05");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 1", "1.234", "1.", ".5", "1e3", "+1", "1,000", "１", "9999999999999999"})
    void what_is_no_amount_is_refused(String text) {
        assertThatThrownBy(() -> Money.yuan(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_amount_survives_writing_and_reading() {
        qt().forAll(longs().between(-1_000_000_000_000L, 1_000_000_000_000L))
                .check(fen -> Money.yuan(new Money(fen).toYuan()).equals(new Money(fen)));
    }

    @Test
    void splitting_loses_no_fen() {
        qt().forAll(longs().between(0, 10_000_000_00L), integers().between(0, 10_000))
                .check((fen, basisPoints) -> {
                    var whole = new Money(fen);
                    var share = whole.times(new Rate(BigDecimal.valueOf(basisPoints, 4)), RoundingMode.HALF_UP);
                    var rest = whole.minus(share);
                    return share.plus(rest).equals(whole) && !rest.isNegative();
                });
    }

    @Test
    void an_overflow_is_an_error_and_never_a_wrong_amount() {
        var most = new Money(Long.MAX_VALUE);
        assertThatThrownBy(() -> most.plus(new Money(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(Rate.of("1.1"), RoundingMode.DOWN)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void rates_are_equal_whatever_their_written_scale_and_never_negative() {
        assertThat(Rate.of("0.20")).isEqualTo(Rate.of("0.2")).hasToString("0.2");
        assertThat(Rate.of("1.5").value()).isEqualByComparingTo("1.5");
        assertThatThrownBy(() -> Rate.of("-0.1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rate.of("20%")).isInstanceOf(IllegalArgumentException.class);
    }
}
