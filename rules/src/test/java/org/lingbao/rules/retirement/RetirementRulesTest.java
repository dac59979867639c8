package org.lingbao.rules.retirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lingbao.rules.Law;
import org.lingbao.rules.data.DataNotLoaded;
import org.quicktheories.core.Gen;

class RetirementRulesTest {

    @Test
    void who_reaches_the_old_age_before_2025_is_not_delayed_and_has_no_flexible_dates() {
        assertThat(of(Category.MALE_60, "1964-12-31"))
                .isEqualTo(new Retirement(0, new Age(60, 0), LocalDate.parse("2024-12-31"), 180, null, null));
    }

    @Test
    void early_retirement_never_goes_below_the_old_age() {
        assertThat(of(Category.MALE_60, "1965-01-01"))
                .isEqualTo(new Retirement(
                        1,
                        new Age(60, 1),
                        LocalDate.parse("2025-02-01"),
                        180,
                        LocalDate.parse("2025-01-01"),
                        LocalDate.parse("2028-02-01")));
    }

    @ParameterizedTest
    @CsvSource({
        "MALE_60, 1976-08-15, 35, 62, 11",
        "MALE_60, 1976-09-15, 36, 63, 0",
        "MALE_60, 2000-01-01, 36, 63, 0",
        "FEMALE_55, 1981-08-15, 35, 57, 11",
        "FEMALE_55, 1981-09-15, 36, 58, 0",
        "FEMALE_50, 1984-10-15, 59, 54, 11",
        "FEMALE_50, 1984-11-15, 60, 55, 0"
    })
    void the_delay_ends_where_the_annexes_of_the_decision_end_it(
            Category category, String birthDate, int delay, int years, int months) {
        var retirement = of(category, birthDate);
        assertThat(retirement.delayMonths()).isEqualTo(delay);
        assertThat(retirement.age()).isEqualTo(new Age(years, months));
    }

    @Test
    void dates_are_clamped_to_the_months_end_each_from_the_birth_date_itself() {
        var retirement = of(Category.FEMALE_55, "1970-01-31");

        assertThat(retirement.statutoryDate()).isEqualTo("2025-02-28");
        assertThat(retirement.earliest()).isEqualTo("2025-01-31");
        assertThat(retirement.latest()).isEqualTo("2028-02-29");
    }

    @Test
    void a_birth_on_the_29th_of_february_keeps_its_day_where_the_month_has_it() {
        assertThat(of(Category.MALE_60, "1968-02-29").statutoryDate()).isEqualTo("2028-12-29");
        assertThat(of(Category.MALE_60, "1976-02-29").latest()).isEqualTo("2041-12-29");
    }

    @ParameterizedTest
    @CsvSource({"1967-08-01, 2028, 180", "1968-08-01, 2029, 180", "1969-01-01, 2030, 186", "1976-09-01, 2039, 240"})
    void the_minimum_months_are_those_of_the_statutory_year(String birthDate, int year, int minimum) {
        var retirement = of(Category.MALE_60, birthDate);
        assertThat(retirement.statutoryDate().getYear()).isEqualTo(year);
        assertThat(retirement.minimumMonths()).isEqualTo(minimum);
    }

    @Test
    void before_the_decision_was_published_nobody_knew_of_a_delay() {
        var birthDate = LocalDate.parse("1980-05-01");
        var published = LocalDate.parse("2024-09-13");

        var before = Law.standard()
                .retirement()
                .of(Category.MALE_60, birthDate, published.minusDays(1))
                .value();
        var after = Law.standard()
                .retirement()
                .of(Category.MALE_60, birthDate, published)
                .value();

        assertThat(before.statutoryDate()).isEqualTo("2040-05-01");
        assertThat(before.minimumMonths()).isEqualTo(180);
        assertThat(after.statutoryDate()).isEqualTo("2043-05-01");
        assertThat(after.minimumMonths()).isEqualTo(240);
    }

    @Test
    void the_later_born_never_retire_earlier() {
        qt().forAll(arbitrary().enumValues(Category.class), births(), integers().between(1, 2000))
                .check((category, birthDate, days) ->
                        !statutory(category, birthDate.plusDays(days)).isBefore(statutory(category, birthDate)));
    }

    @Test
    void the_dates_stand_in_order() {
        qt().forAll(arbitrary().enumValues(Category.class), births()).check((category, birthDate) -> {
            var retirement = Law.standard().retirement().of(category, birthDate).value();
            var earliest = retirement.earliest();
            var latest = retirement.latest();
            return earliest == null || latest == null
                    ? retirement.delayMonths() == 0
                    : earliest.isBefore(retirement.statutoryDate())
                            && retirement.statutoryDate().isBefore(latest);
        });
    }

    @Test
    void a_birth_before_the_law_of_1978_is_not_guessed() {
        assertThatThrownBy(() -> of(Category.MALE_60, "1910-01-01")).isInstanceOf(DataNotLoaded.class);
    }

    @Test
    void the_trace_names_each_value_used_with_its_source() {
        var trace = Law.standard()
                .retirement()
                .of(Category.MALE_60, LocalDate.parse("1970-03-05"))
                .trace();

        assertThat(trace.rule()).isEqualTo("retirement.age");
        assertThat(trace.article()).contains("渐进式延迟法定退休年龄");
        assertThat(trace.outcome()).isEqualTo("2031-07-05");
        assertThat(trace.children())
                .extracting(child -> child.rule())
                .containsExactly(
                        "national/employee/original-retirement-age-male-60",
                        "national/employee/retirement-delay-male-60",
                        "national/employee/minimum-months",
                        "national/employee/flexible-retirement");
    }

    private static Retirement of(Category category, String birthDate) {
        return Law.standard()
                .retirement()
                .of(category, LocalDate.parse(birthDate))
                .value();
    }

    private static LocalDate statutory(Category category, LocalDate birthDate) {
        return Law.standard().retirement().of(category, birthDate).value().statutoryDate();
    }

    private static Gen<LocalDate> births() {
        return longs().between(
                        LocalDate.of(1955, 1, 1).toEpochDay(),
                        LocalDate.of(2010, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }
}
