package org.lingbao.rules.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lingbao.rules.Law;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.data.RuleValue;
import org.lingbao.rules.deadline.DueDay.CalendarNotLoaded;
import org.lingbao.rules.deadline.DueDay.Due;
import org.lingbao.rules.trace.Status;
import org.lingbao.rules.trace.Trace;
import org.quicktheories.core.Gen;

class DeadlineRulesTest {
    private static final DeadlineRules RULES = Law.standard().deadline();

    @ParameterizedTest
    @CsvSource({
        "2024, 251, 22 18 21 22 21 19 23 22 21 19 21 22",
        "2025, 248, 19 19 21 22 19 20 23 21 23 18 20 23",
        "2026, 248, 21 16 22 21 19 21 23 21 22 18 21 23"
    })
    void the_working_days_of_each_month_are_those_counted_by_others(int year, int ofYear, String ofMonths) {
        var counted = IntStream.rangeClosed(1, 12)
                .mapToLong(month -> workingDays(YearMonth.of(year, month)))
                .boxed()
                .toList();

        assertThat(counted)
                .isEqualTo(Arrays.stream(ofMonths.split(" ")).map(Long::valueOf).toList());
        assertThat(counted.stream().mapToLong(Long::longValue).sum()).isEqualTo(ofYear);
    }

    @Test
    void every_year_has_its_holidays_and_about_as_many_working_days() {
        for (var year = 2010; year <= 2026; year++) {
            var days = daysOf(year);
            assertThat(days.stream()
                            .filter(day -> !isWeekend(day) && !RULES.isWorkingDay(day))
                            .count())
                    .as("weekdays off in %s", year)
                    .isBetween(16L, 23L);
            assertThat(days.stream().filter(RULES::isWorkingDay).count())
                    .as("working days of %s", year)
                    .isBetween(247L, 252L);
        }
    }

    @Test
    void the_day_of_receipt_is_not_counted() {
        assertThat(add("2026-09-01", 1)).isEqualTo(due("2026-09-02"));
    }

    @Test
    void a_holiday_is_skipped_and_its_make_up_day_counts() {
        assertThat(add("2026-02-13", 1)).isEqualTo(due("2026-02-14"));
        assertThat(add("2026-02-14", 1)).isEqualTo(due("2026-02-24"));
    }

    @Test
    void a_year_that_is_not_announced_is_named_and_never_guessed() {
        assertThat(add("2026-12-31", 1)).isEqualTo(new CalendarNotLoaded(2027));
        assertThat(add("2009-11-02", 1)).isEqualTo(new CalendarNotLoaded(2009));
        assertThat(add("2026-12-30", 1)).isEqualTo(due("2026-12-31"));
        assertThat(add("2009-12-31", 1)).isEqualTo(due("2010-01-04"));
        assertThatThrownBy(() -> RULES.isWorkingDay(LocalDate.parse("2027-01-04")))
                .isInstanceOf(DataNotLoaded.class)
                .hasMessageContaining("2027");
    }

    @Test
    void however_many_days_are_asked_for_the_calendar_ends_the_counting() {
        assertThat(add("2010-01-04", Integer.MAX_VALUE)).isEqualTo(new CalendarNotLoaded(2027));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void no_days_or_less_is_no_deadline(int days) {
        assertThatThrownBy(() -> add("2026-09-01", days)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_due_day_is_never_a_day_off_and_later_than_the_receipt() {
        qt().forAll(receipts(), integers().between(1, 400)).check((received, days) -> {
            var day = day(RULES.addWorkingDays(received, days).value());
            return RULES.isWorkingDay(day) && day.isAfter(received);
        });
    }

    @Test
    void exactly_so_many_working_days_lie_between() {
        qt().forAll(receipts(), integers().between(1, 60))
                .check((received, days) -> received.plusDays(1)
                                .datesUntil(
                                        day(RULES.addWorkingDays(received, days).value())
                                                .plusDays(1))
                                .filter(RULES::isWorkingDay)
                                .count()
                        == days);
    }

    @Test
    void more_days_are_later_and_a_later_receipt_is_never_due_earlier() {
        qt().forAll(receipts(), integers().between(1, 200), integers().between(1, 30))
                .check((received, days, more) -> {
                    var due = day(RULES.addWorkingDays(received, days).value());
                    return day(RULES.addWorkingDays(received, days + more).value())
                                    .isAfter(due)
                            && !day(RULES.addWorkingDays(received.plusDays(more), days)
                                            .value())
                                    .isBefore(due);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "PERSONAL_REGISTRATION, 2026-07-03",
        "REGISTRATION_CHANGE, 2026-07-03",
        "PENSION_CLAIM, 2026-07-17",
        "BENEFIT_END_REPORT, 2026-07-17",
        "TRANSFER_LETTER, 2026-07-10",
        "TRANSFER_FORM, 2026-07-10",
        "TRANSFER_COMPLETION, 2026-07-10",
        "TRANSFER_OBSTACLE_NOTICE, 2026-07-03",
        "BRIDGING_LETTER, 2026-07-10",
        "BRIDGING_HAND_OVER, 2026-07-10",
        "BRIDGING_COMPLETION, 2026-07-10"
    })
    void each_deadline_of_the_law_has_its_own_length(Deadline deadline, String due) {
        assertThat(RULES.due(deadline, LocalDate.parse("2026-06-18")).value()).isEqualTo(due(due));
    }

    @ParameterizedTest
    @EnumSource
    void a_deadline_says_how_it_was_counted_and_by_which_article(Deadline deadline) {
        var trace = RULES.due(deadline, LocalDate.parse("2025-12-25")).trace();

        assertThat(trace.text().zh()).contains("截止日").doesNotContain(deadline.name());
        assertThat(trace.status()).isEqualTo(Status.OFFICIAL);
        assertThat(trace.children())
                .extracting(Trace::rule)
                .containsExactly("national/" + deadline.file(), "deadline.add-working-days");
        assertThat(trace.children().getLast().children())
                .extracting(Trace::rule)
                .containsExactly(
                        "national/calendar/first-day-counted",
                        "national/calendar/days-off",
                        "national/calendar/days-off");
    }

    @Test
    void before_its_regulation_there_was_no_such_deadline() {
        assertThatThrownBy(() -> RULES.due(Deadline.BRIDGING_LETTER, LocalDate.parse("2014-06-30")))
                .isInstanceOf(DataNotLoaded.class);
    }

    @Test
    void a_day_cannot_be_both_off_and_worked() {
        var both = new RuleValue(null, Map.of("off", "01-01 01-02", "work", "01-02"));
        assertThatThrownBy(() -> DaysOff.read(both)).hasMessageContaining("--01-02");
    }

    private static DueDay add(String received, int days) {
        return RULES.addWorkingDays(LocalDate.parse(received), days).value();
    }

    private static Due due(String day) {
        return new Due(LocalDate.parse(day));
    }

    private static LocalDate day(DueDay due) {
        return ((Due) due).day();
    }

    private static long workingDays(YearMonth month) {
        return month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .filter(RULES::isWorkingDay)
                .count();
    }

    private static List<LocalDate> daysOf(int year) {
        return Year.of(year).atDay(1).datesUntil(Year.of(year + 1).atDay(1)).toList();
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static Gen<LocalDate> receipts() {
        return longs().between(
                        LocalDate.of(2009, 12, 31).toEpochDay(),
                        LocalDate.of(2024, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }
}
