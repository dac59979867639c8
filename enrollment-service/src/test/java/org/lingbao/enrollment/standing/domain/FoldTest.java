package org.lingbao.enrollment.standing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.standing.domain.Facts.Employment;
import org.lingbao.enrollment.standing.domain.Facts.Joined;
import org.lingbao.enrollment.standing.domain.Facts.MovedOut;
import org.lingbao.rules.employment.Spell;
import org.lingbao.rules.trace.Status;
import org.lingbao.rules.value.Place;

class FoldTest {
    private static final Place WEIFANG = new Place("370700");
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final Joined JOINED = joined("2026-09-01", null);

    @Test
    void an_employer_pays_from_the_month_of_hiring_and_the_person_until_then() {
        var hired = employment(1, "2026-11-15", null);

        assertThat(lines(facts(Set.of(hired), Set.of())))
                .containsExactly("FLEXIBLE 2026-09 2026-10 HIRED", "EMPLOYED 2026-11 …");
    }

    @Test
    void a_month_of_hiring_that_is_paid_stands_and_the_employers_begins_with_the_next() {
        var hired = employment(1, "2026-11-15", null);

        assertThat(lines(facts(Set.of(hired), Set.of(NOVEMBER))))
                .containsExactly("FLEXIBLE 2026-09 2026-11 HIRED", "EMPLOYED 2026-12 …");
    }

    @Test
    void after_the_month_of_leaving_the_flexible_relation_is_live_again() {
        var left = employment(1, "2026-11-15", "2027-02-10");

        assertThat(lines(facts(Set.of(left), Set.of())))
                .containsExactly(
                        "FLEXIBLE 2026-09 2026-10 HIRED", "EMPLOYED 2026-11 2027-02 LEFT", "FLEXIBLE 2027-03 …");
    }

    @Test
    void who_never_joined_has_no_flexible_relation_afterwards() {
        var left = employment(1, "2026-11-15", "2027-02-10");

        assertThat(lines(new Facts(Set.of(), Set.of(left), Set.of(), Set.of())))
                .containsExactly("EMPLOYED 2026-11 2027-02 LEFT");
    }

    @Test
    void a_month_that_two_employers_have_is_the_earlier_ones() {
        var first = employment(1, "2026-11-15", "2027-02-10");
        var second = employment(2, "2027-02-20", null);

        assertThat(lines(facts(Set.of(first, second), Set.of())))
                .containsExactly(
                        "FLEXIBLE 2026-09 2026-10 HIRED", "EMPLOYED 2026-11 2027-02 LEFT", "EMPLOYED 2027-03 …");
    }

    @Test
    void an_employer_waits_until_the_earlier_one_has_reported_the_leaving() {
        var first = employment(1, "2026-11-15", null);
        var second = employment(2, "2027-02-20", null);

        var facts = facts(Set.of(first, second), Set.of());

        assertThat(lines(facts)).containsExactly("FLEXIBLE 2026-09 2026-10 HIRED", "EMPLOYED 2026-11 …");
        assertThat(Fold.monthsOf(second.id(), facts).value().isEmpty()).isTrue();
    }

    @Test
    void an_employment_within_a_paid_month_changes_nothing() {
        var days = employment(1, "2026-11-15", "2026-11-20");

        assertThat(lines(facts(Set.of(days), Set.of(NOVEMBER)))).containsExactly("FLEXIBLE 2026-09 …");
    }

    @Test
    void who_is_hired_in_the_month_of_joining_was_never_insured_as_flexible() {
        assertThat(lines(facts(Set.of(employment(1, "2026-09-20", null)), Set.of())))
                .containsExactly("EMPLOYED 2026-09 …");
    }

    @Test
    void what_moved_to_another_province_ends_with_the_month_before() {
        var moved = new Facts(Set.of(joined("2026-09-01", "2026-12-05")), Set.of(), Set.of(), Set.of());
        var employed = new Facts(
                Set.of(),
                Set.of(employment(1, "2026-10-15", null)),
                Set.of(new MovedOut(LocalDate.of(2026, 12, 5), new Place("370000"))),
                Set.of());

        assertThat(lines(moved)).containsExactly("FLEXIBLE 2026-09 2026-11 TRANSFERRED_OUT");
        assertThat(lines(employed)).containsExactly("EMPLOYED 2026-10 2026-11 TRANSFERRED_OUT");
    }

    @Test
    void the_months_of_an_employment_say_that_they_are_uncertain() {
        var hired = employment(1, "2026-11-15", null);

        var months = Fold.monthsOf(hired.id(), facts(Set.of(hired), Set.of(NOVEMBER, SEPTEMBER)));

        assertThat(months.value().from()).isEqualTo(NOVEMBER.plusMonths(1));
        assertThat(months.trace().status()).isEqualTo(Status.UNCERTAIN);
        assertThat(months.trace().inputs()).containsEntry("paid", "2026-11");
    }

    private static Facts facts(Set<Employment> employments, Set<YearMonth> paid) {
        return new Facts(Set.of(JOINED), employments, Set.of(), paid);
    }

    private static Joined joined(String on, @Nullable String movedOn) {
        var day = LocalDate.parse(on);
        return new Joined(
                new RelationId(new UUID(0, 1)),
                WEIFANG,
                YearMonth.from(day),
                YearMonth.of(2053, 3),
                day,
                movedOn == null ? null : LocalDate.parse(movedOn));
    }

    private static Employment employment(int number, String startsOn, @Nullable String endedOn) {
        return new Employment(
                new EmploymentId(new UUID(1, number)),
                WEIFANG,
                new Spell(LocalDate.parse(startsOn), endedOn == null ? null : LocalDate.parse(endedOn)));
    }

    private static List<String> lines(Facts facts) {
        return Fold.of(facts).stream()
                .map(stretch -> {
                    var payer = stretch.standing() instanceof Standing.Flexible ? "FLEXIBLE " : "EMPLOYED ";
                    var months = stretch.months();
                    return payer
                            + months.from()
                            + (months.to() == null ? " …" : " " + months.to() + " " + stretch.end());
                })
                .toList();
    }
}
