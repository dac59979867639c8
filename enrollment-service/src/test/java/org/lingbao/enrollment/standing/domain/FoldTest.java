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

    @Test
    void a_pause_leaves_the_relation_live_and_says_which_months_are_not_paid() {
        assertThat(paused(Set.of(), pause(1, "2026-10", null), pause(2, "2026-09", "2026-09")))
                .containsExactly(Months.since(SEPTEMBER));
        assertThat(lines(new Facts(
                        Set.of(JOINED), Set.of(), Set.of(), Set.of(), Set.of(pause(1, "2026-10", null)), Set.of())))
                .containsExactly("FLEXIBLE 2026-09 …");
    }

    @Test
    void a_paid_month_within_a_pause_is_not_paused_whenever_the_payment_became_known() {
        assertThat(paused(Set.of(NOVEMBER), pause(1, "2026-10", null)))
                .containsExactly(
                        new Months(SEPTEMBER.plusMonths(1), SEPTEMBER.plusMonths(1)),
                        Months.since(NOVEMBER.plusMonths(1)));
    }

    @Test
    void a_pause_that_was_taken_back_pauses_nothing() {
        assertThat(paused(Set.of(), pause(1, "2026-10", "2026-09"))).isEmpty();
    }

    @Test
    void what_goes_on_after_an_employment_is_still_paused_until_the_person_resumes() {
        var facts = new Facts(
                Set.of(JOINED),
                Set.of(employment(1, "2026-11-15", "2027-02-10")),
                Set.of(),
                Set.of(),
                Set.of(pause(1, "2026-10", "2027-03")),
                Set.of());

        assertThat(Fold.of(facts))
                .extracting(stretch -> stretch.standing().paused())
                .containsExactly(
                        List.of(new Months(SEPTEMBER.plusMonths(1), SEPTEMBER.plusMonths(1))),
                        List.of(),
                        List.of(new Months(YearMonth.of(2027, 3), YearMonth.of(2027, 3))));
    }

    @Test
    void the_pause_of_an_earlier_joining_is_none_of_a_later_ones() {
        var moved = joined("2026-09-01", "2026-12-05");
        var again = new Joined(
                new RelationId(new UUID(0, 2)), WEIFANG, YearMonth.of(2027, 2), null, LocalDate.of(2027, 2, 1), null);
        var facts = new Facts(
                Set.of(moved, again), Set.of(), Set.of(), Set.of(), Set.of(pause(1, "2026-10", null)), Set.of());

        assertThat(Fold.of(facts))
                .extracting(stretch -> stretch.standing().paused())
                .containsExactly(List.of(new Months(SEPTEMBER.plusMonths(1), NOVEMBER)), List.of());
    }

    @Test
    void the_month_of_a_death_is_the_last_of_whatever_it_is_in() {
        var died = new Ending.Died(LocalDate.of(2026, 12, 24));

        assertThat(lines(ended(Set.of(), died))).containsExactly("FLEXIBLE 2026-09 2026-12 DECEASED");
        assertThat(lines(ended(Set.of(employment(1, "2026-11-15", null)), died)))
                .containsExactly("FLEXIBLE 2026-09 2026-10 HIRED", "EMPLOYED 2026-11 2026-12 DECEASED");
        assertThat(lines(ended(Set.of(employment(1, "2027-02-15", null)), died)))
                .containsExactly("FLEXIBLE 2026-09 2026-12 DECEASED");
    }

    @Test
    void who_draws_a_pension_pays_until_the_month_before() {
        assertThat(lines(ended(Set.of(), new Ending.Retired(NOVEMBER))))
                .containsExactly("FLEXIBLE 2026-09 2026-10 RETIRED");
    }

    @Test
    void what_was_given_up_does_not_come_back_after_an_employment() {
        var hired = employment(1, "2026-11-15", "2026-12-10");
        var given = new Ending.Terminated(JOINED.id(), LocalDate.of(2026, 9, 20));

        assertThat(lines(ended(Set.of(hired), given)))
                .containsExactly("FLEXIBLE 2026-09 2026-09 TERMINATED", "EMPLOYED 2026-11 2026-12 LEFT");
    }

    @Test
    void a_residents_relation_that_is_kept_for_bridging_stays_ended_whatever_comes_later() {
        var kept = new Ending.Bridged(JOINED.id(), YearMonth.of(2026, 10));

        assertThat(lines(ended(Set.of(), kept, new Ending.Died(LocalDate.of(2026, 12, 24)))))
                .containsExactly("FLEXIBLE 2026-09 2026-10 BRIDGED");
    }

    @Test
    void of_two_ends_the_earlier_decides() {
        assertThat(lines(ended(
                        Set.of(),
                        new Ending.Died(LocalDate.of(2026, 12, 24)),
                        new Ending.Retired(YearMonth.of(2026, 12)))))
                .containsExactly("FLEXIBLE 2026-09 2026-11 RETIRED");
        assertThat(lines(ended(
                        Set.of(),
                        new Ending.Retired(YearMonth.of(2027, 1)),
                        new Ending.Died(LocalDate.of(2026, 12, 24)))))
                .containsExactly("FLEXIBLE 2026-09 2026-12 DECEASED");
    }

    @Test
    void an_employer_sees_the_months_end_with_the_death() {
        var hired = employment(1, "2026-11-15", null);

        var months = Fold.monthsOf(hired.id(), ended(Set.of(hired), new Ending.Died(LocalDate.of(2026, 12, 24))))
                .value();

        assertThat(months.from()).isEqualTo(NOVEMBER);
        assertThat(months.to()).isEqualTo(YearMonth.of(2026, 12));
    }

    @Test
    void against_work_injury_several_employers_insure_at_once_each_over_its_own_months() {
        var first = employment(1, "2026-11-15", null);
        var second = employment(2, "2026-11-20", "2027-01-10");
        var facts = ended(Set.of(first, second), new Ending.Died(LocalDate.of(2027, 3, 1)));

        assertThat(Fold.ofInjury(facts))
                .extracting(stretch -> stretch.key() + " " + stretch.months() + " " + stretch.end())
                .containsExactly(
                        new Stretch.Key.OfInjury(first.id()) + " " + new Months(NOVEMBER, YearMonth.of(2027, 3))
                                + " DECEASED",
                        new Stretch.Key.OfInjury(second.id()) + " " + new Months(NOVEMBER, YearMonth.of(2027, 1))
                                + " LEFT");
        assertThat(Fold.injuryMonthsOf(second.id(), facts).value().to()).isEqualTo(YearMonth.of(2027, 1));
    }

    private static Facts ended(Set<Employment> employments, Ending... endings) {
        return new Facts(Set.of(JOINED), employments, Set.of(), Set.of(), Set.of(), Set.of(endings));
    }

    private static List<Months> paused(Set<YearMonth> paid, Pause... pauses) {
        return Fold.of(new Facts(Set.of(JOINED), Set.of(), Set.of(), paid, Set.of(pauses), Set.of()))
                .getFirst()
                .standing()
                .paused();
    }

    private static Pause pause(int number, String from, @Nullable String to) {
        return new Pause(
                new PauseId(new UUID(2, number)),
                JOINED.id(),
                YearMonth.parse(from),
                to == null ? null : YearMonth.parse(to));
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
