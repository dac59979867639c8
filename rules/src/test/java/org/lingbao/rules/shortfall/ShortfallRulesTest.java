package org.lingbao.rules.shortfall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lingbao.rules.Law;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Status;
import org.lingbao.rules.trace.Trace;
import org.quicktheories.core.Gen;

class ShortfallRulesTest {
    private static final LocalDate ON = LocalDate.parse("2026-09-01");

    @Test
    void who_has_enough_months_draws_the_pension_and_nothing_else() {
        assertThat(options(180, "2029-12", "2012-03", 0)).isEqualTo(new Exits(0, List.of(Exit.PENSION), List.of()));
    }

    @Test
    void one_month_short_is_short() {
        assertThat(options(179, "2029-12", "2012-03", 0))
                .isEqualTo(new Exits(1, List.of(Exit.EXTEND, Exit.RESIDENT_SCHEME, Exit.TERMINATE), List.of()));
    }

    @Test
    void the_rest_at_once_needs_an_early_start_and_five_years_of_extension() {
        assertThat(options(150, "2020-06", "2011-06", 60).open()).contains(Exit.ONE_OFF);
        assertThat(options(150, "2020-06", "2011-07", 60).open()).doesNotContain(Exit.ONE_OFF);
        assertThat(options(150, "2020-06", "2011-06", 59).open()).doesNotContain(Exit.ONE_OFF);
    }

    @Test
    void from_2030_the_rest_at_once_is_shown_and_to_be_confirmed() {
        var until = ask(150, "2029-12", "2009-03", 60);
        var from = ask(150, "2030-01", "2009-03", 60);

        assertThat(until.value().unconfirmed()).isEmpty();
        assertThat(until.trace().status()).isEqualTo(Status.DERIVED);
        assertThat(from.value().unconfirmed()).containsExactly(Exit.ONE_OFF);
        assertThat(from.trace().status()).isEqualTo(Status.UNCERTAIN);
    }

    @Test
    void there_is_always_a_way_and_never_the_pension_beside_another() {
        qt().forAll(people()).check(person -> {
            var exits = Law.standard().shortfall().options(person, ON).value();
            return exits.open().contains(Exit.PENSION)
                    ? exits.open().size() == 1 && exits.missingMonths() == 0
                    : exits.open().containsAll(List.of(Exit.EXTEND, Exit.RESIDENT_SCHEME, Exit.TERMINATE))
                            && exits.missingMonths() > 0
                            && exits.open().containsAll(exits.unconfirmed());
        });
    }

    @Test
    void to_pay_the_missing_months_leads_to_the_pension() {
        qt().forAll(people()).check(person -> {
            var missing = Law.standard().shortfall().options(person, ON).value().missingMonths();
            var later = new ReachedAge(
                    person.paidMonths() + missing,
                    person.reachesAgeIn(),
                    person.firstInsured(),
                    person.extendedMonths() + missing);
            return Law.standard().shortfall().options(later, ON).value().open().equals(List.of(Exit.PENSION));
        });
    }

    @Test
    void the_trace_tells_in_words_what_is_open_and_on_which_values() {
        var trace = ask(150, "2020-06", "2009-03", 60).trace();
        assertThat(trace.text().zh()).isEqualTo("2020-06 达到法定退休年龄，已缴 150 个月，还差 30 个月，可以：延长缴费 一次性缴费 转入城乡居民养老保险 书面申请终止");
        assertThat(trace.article()).contains("人社部令第13号");
        assertThat(trace.children())
                .extracting(Trace::rule)
                .containsExactly(
                        "national/employee/minimum-months", "national/shortfall/exits", "national/shortfall/one-off");
    }

    @Test
    void negative_months_are_malformed_and_a_time_before_the_law_is_unknown() {
        assertThatThrownBy(() -> options(-1, "2020-06", "2009-03", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options(1, "2020-06", "2009-03", -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options(1, "1970-06", "1960-03", 0)).isInstanceOf(DataNotLoaded.class);
    }

    private static Exits options(int paid, String reaches, String first, int extended) {
        return ask(paid, reaches, first, extended).value();
    }

    private static Explained<Exits> ask(int paid, String reaches, String first, int extended) {
        var person = new ReachedAge(paid, YearMonth.parse(reaches), YearMonth.parse(first), extended);
        return Law.standard().shortfall().options(person, ON);
    }

    private static Gen<ReachedAge> people() {
        return integers()
                .between(0, 400)
                .zip(
                        integers().between(1979, 2060),
                        integers().between(0, 700),
                        integers().between(0, 120),
                        (paid, year, first, extended) -> new ReachedAge(
                                paid,
                                YearMonth.of(year, 6),
                                YearMonth.of(1960, 1).plusMonths(first),
                                extended));
    }
}
