package org.lingbao.rules.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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

    @Test
    void a_product_is_divided_and_rounded_as_in_unlimited_digits() {
        qt().forAll(
                        longs().between(-1_000_000_000_000_000L, 1_000_000_000_000_000L),
                        longs().between(0, 1_000_000_000_000L),
                        integers().between(1, 1000),
                        arbitrary().enumValuesWithNoOrder(RoundingMode.class))
                .assuming((fen, units, divisor, rounding) -> rounding != RoundingMode.UNNECESSARY)
                .check((fen, units, divisor, rounding) -> {
                    var expected = BigDecimal.valueOf(fen)
                            .multiply(BigDecimal.valueOf(units, 9))
                            .divide(BigDecimal.valueOf(divisor), 0, rounding);
                    return new Money(fen)
                                    .times(new Rate(units, 9), divisor, rounding)
                                    .fen()
                            == expected.longValueExact();
                });
    }

    @ParameterizedTest
    @EnumSource(value = RoundingMode.class, mode = EnumSource.Mode.EXCLUDE, names = "UNNECESSARY")
    void halves_and_their_neighbours_are_rounded_as_in_unlimited_digits(RoundingMode rounding) {
        for (var fen = -400; fen <= 400; fen++) {
            assertThat(new Money(fen).times(new Rate(1, 2), 2, rounding).fen())
                    .isEqualTo(BigDecimal.valueOf(fen)
                            .divide(BigDecimal.valueOf(200), 0, rounding)
                            .longValueExact());
        }
    }

    @Test
    void what_must_not_be_rounded_is_an_error_if_it_had_to_be() {
        assertThat(new Money(100).times(Rate.of("0.01"), RoundingMode.UNNECESSARY))
                .isEqualTo(new Money(1));
        assertThatThrownBy(() -> new Money(101).times(Rate.of("0.01"), RoundingMode.UNNECESSARY))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void rates_are_added_and_multiplied_and_divided_exactly() {
        assertThat(Rate.of("0.6").plus(Rate.of("0.0001"))).isEqualTo(Rate.of("0.6001"));
        assertThat(Rate.of("0.25").times(4)).isEqualTo(Rate.of("1")).hasToString("1");
        assertThat(Rate.of("0.0262").times(Rate.of("1.083"))).isEqualTo(Rate.of("0.0283746"));
        assertThat(Rate.of("2").dividedBy(3, 4, RoundingMode.HALF_UP)).isEqualTo(Rate.of("0.6667"));
        assertThat(Rate.of(Money.yuan("4573"), Money.yuan("7621"), 4, RoundingMode.HALF_UP))
                .isEqualTo(Rate.of("0.6001"));
        assertThat(new Rate(new BigDecimal("3E+2"))).isEqualTo(Rate.of("300"));
        assertThatThrownBy(() -> Rate.of("1234567890.123456789012")).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Rate.of(Money.yuan("1"), Money.ZERO, 4, RoundingMode.HALF_UP))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void an_amount_is_kept_within_two_others() {
        var least = new Money(10);
        var most = new Money(20);
        assertThat(new Money(9).within(least, most)).isEqualTo(least);
        assertThat(new Money(15).within(least, most)).isEqualTo(new Money(15));
        assertThat(new Money(21).within(least, most)).isEqualTo(most);
    }
}
