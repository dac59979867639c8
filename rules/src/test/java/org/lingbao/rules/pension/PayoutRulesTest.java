package org.lingbao.rules.pension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lingbao.rules.Law;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.retirement.Age;
import org.lingbao.rules.trace.Status;

class PayoutRulesTest {
    private static final PayoutRules RULES = Law.standard().payout();

    /** The printed table by months, with the values of 55 that lie on the line to the printed value of 56. */
    @ParameterizedTest
    @MethodSource("printed")
    void every_month_is_as_printed(List<String> row) {
        var years = Integer.parseInt(row.getFirst());
        assertThat(row).hasSize(13);
        for (var months = 0; months < 12; months++) {
            assertThat(months(years, months)).isEqualByComparingTo(row.get(months + 1));
        }
    }

    @ParameterizedTest
    @CsvSource({"40, 0, 233.0", "45, 6, 214.0", "65, 1, 100.3", "69, 11, 56.8", "70, 0, 56.0"})
    void ages_outside_the_printed_months_lie_on_the_line_between_whole_ages(int years, int months, String expected) {
        assertThat(months(years, months)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"39, 11", "70, 1", "71, 0", "0, 0"})
    void an_age_outside_the_table_is_not_guessed(int years, int months) {
        assertThatThrownBy(() -> months(years, months)).isInstanceOf(DataNotLoaded.class);
    }

    @Test
    void before_the_retirement_age_moved_by_months_the_completed_year_counted() {
        var before = LocalDate.parse("2024-12-31");
        var after = LocalDate.parse("2025-01-01");
        var age = new Age(60, 11);

        assertThat(RULES.of(age, before, LocalDate.MAX).value()).hasToString("139.0");
        assertThat(RULES.of(age, after, LocalDate.MAX).value()).hasToString("132.6");
    }

    @Test
    void between_55_and_56_the_months_are_marked_as_not_confirmed() {
        assertThat(RULES.of(new Age(55, 4)).trace().status()).isEqualTo(Status.UNCERTAIN);
        assertThat(RULES.of(new Age(55, 0)).trace().status()).isEqualTo(Status.OFFICIAL);
        assertThat(RULES.of(new Age(56, 4)).trace().status()).isEqualTo(Status.DERIVED);
    }

    @Test
    void who_retires_later_is_paid_over_fewer_months() {
        qt().forAll(integers().between(40 * 12, 70 * 12 - 1))
                .check(age -> months(Age.ofMonths(age)).compareTo(months(Age.ofMonths(age + 1))) > 0);
    }

    private static BigDecimal months(int years, int months) {
        return months(new Age(years, months));
    }

    private static BigDecimal months(Age age) {
        return RULES.of(age).value().count();
    }

    static List<List<String>> printed() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/payout-months.csv")).stream()
                .skip(1)
                .map(line -> List.of(line.split(",", -1)))
                .toList();
    }
}
