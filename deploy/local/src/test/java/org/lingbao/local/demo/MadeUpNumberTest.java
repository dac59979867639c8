package org.lingbao.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MadeUpNumberTest {
    @Test
    void the_check_digit_is_that_of_the_standard() {
        // The two examples that GB 11643-1999 itself gives.
        assertThat(MadeUpNumber.checkDigit("11010519491231002")).isEqualTo('X');
        assertThat(MadeUpNumber.checkDigit("44052418800101001")).isEqualTo('4');
    }

    @Test
    void a_number_carries_birth_date_and_serial_and_no_real_district() {
        assertThat(MadeUpNumber.of("3707", LocalDate.of(1990, 5, 7), 31)).matches("37070119900507031[0-9X]");
    }

    @Test
    void every_number_passes_the_check_of_the_standard() {
        qt().forAll(integers().between(0, 20_000), integers().between(0, 999))
                .check((days, serial) -> weightedSum(MadeUpNumber.of(
                                        "3707", LocalDate.of(1960, 1, 1).plusDays(days), serial))
                                % 11
                        == 1);
    }

    /** ISO 7064 MOD 11-2 as the standard states it: all 18 digits, weighted by powers of two, leave 1. */
    private static int weightedSum(String number) {
        var sum = 0;
        for (int i = 0; i < number.length(); i++) {
            var digit = number.charAt(i) == 'X' ? 10 : Character.digit(number.charAt(i), 10);
            sum += digit * (1 << (number.length() - 1 - i)) % 11;
        }
        return sum;
    }
}
