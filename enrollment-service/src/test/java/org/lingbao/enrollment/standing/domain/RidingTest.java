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
import org.lingbao.rules.value.Place;

/** What rides on the pension has what the pension has, whatever becomes known. */
class RidingTest {
    private static final Place SHANGHAI = new Place("310000");
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final Joined PENSION = joined(1, SHANGHAI, SEPTEMBER);
    private static final Joined MEDICAL = joined(2, SHANGHAI, SEPTEMBER);

    @Test
    void it_has_the_months_of_the_pension_since_it_was_joined() {
        var later = joined(2, SHANGHAI, SEPTEMBER.plusMonths(2));

        assertThat(lines(Riding.of(riders(MEDICAL), pension()))).containsExactly("joined 2026-09 …");
        assertThat(lines(Riding.of(riders(later), pension()))).containsExactly("joined 2026-11 …");
    }

    @Test
    void it_gives_way_to_an_employment_and_goes_on_after_it() {
        var employment = employment("2026-11-15", "2027-02-10");

        assertThat(lines(Riding.of(riders(MEDICAL), pension(employment))))
                .containsExactly("joined 2026-09 2026-10 HIRED", "after 2027-03 …");
    }

    @Test
    void who_joins_it_after_an_employment_goes_on_as_the_same_relation() {
        var left = employment("2026-10-01", "2026-12-01");

        assertThat(lines(Riding.of(riders(joined(2, SHANGHAI, YearMonth.of(2027, 2))), pension(left))))
                .containsExactly("joined 2027-02 …");
    }

    @Test
    void an_employment_that_becomes_known_late_leaves_no_month_of_it_before_the_leaving() {
        var late = employment("2026-09-01", "2026-12-01");

        assertThat(lines(Riding.of(riders(MEDICAL), pension(late)))).containsExactly("after 2027-01 …");
    }

    @Test
    void it_is_paused_in_the_months_of_the_pension_that_nobody_paid() {
        var pause = new Pause(new PauseId(new UUID(0, 9)), PENSION.id(), SEPTEMBER, SEPTEMBER.plusMonths(2));
        var facts = new Facts(
                Set.of(PENSION), Set.of(), Set.of(), Set.of(SEPTEMBER.plusMonths(1)), Set.of(pause), Set.of());

        assertThat(Riding.of(riders(MEDICAL), facts))
                .extracting(stretch -> stretch.standing().paused())
                .containsExactly(List.of(
                        new Months(SEPTEMBER, SEPTEMBER),
                        new Months(SEPTEMBER.plusMonths(2), SEPTEMBER.plusMonths(2))));
    }

    @Test
    void it_ends_as_the_pension_does() {
        var retired = new Ending.Retired(YearMonth.of(2027, 1));
        var gaveUp = new Ending.Terminated(PENSION.id(), LocalDate.of(2026, 12, 3));
        var moved = new Facts(
                Set.of(new Joined(PENSION.id(), SHANGHAI, SEPTEMBER, null, PENSION.on(), LocalDate.of(2026, 12, 3))),
                Set.of(),
                Set.of(new MovedOut(LocalDate.of(2026, 12, 3), SHANGHAI)),
                Set.of());

        assertThat(lines(Riding.of(riders(MEDICAL), ending(retired))))
                .containsExactly("joined 2026-09 2026-12 RETIRED");
        assertThat(lines(Riding.of(riders(MEDICAL), ending(gaveUp))))
                .containsExactly("joined 2026-09 2026-12 TERMINATED");
        assertThat(lines(Riding.of(riders(MEDICAL), moved))).containsExactly("joined 2026-09 2026-11 TRANSFERRED_OUT");
    }

    @Test
    void a_pension_that_is_joined_anew_carries_only_what_is_joined_with_it() {
        var again = joined(3, SHANGHAI, YearMonth.of(2027, 3));
        var both = joined(4, SHANGHAI, YearMonth.of(2027, 3));
        var gaveUp = new Ending.Terminated(PENSION.id(), LocalDate.of(2026, 12, 3));
        var pension = new Facts(Set.of(PENSION, again), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(gaveUp));

        assertThat(lines(Riding.of(riders(MEDICAL), pension))).containsExactly("joined 2026-09 2026-12 TERMINATED");
        assertThat(lines(Riding.of(riders(MEDICAL, both), pension)))
                .containsExactly("joined 2026-09 2026-12 TERMINATED", "joined 2027-03 …");
    }

    @Test
    void where_the_two_are_paid_apart_it_stands_by_itself() {
        var weifang = new Place("370700");
        var pension = new Facts(
                Set.of(joined(1, weifang, SEPTEMBER)), Set.of(employment("2026-11-15", null)), Set.of(), Set.of());

        assertThat(lines(Riding.of(riders(joined(2, weifang, SEPTEMBER)), pension)))
                .containsExactly("joined 2026-09 …");
        assertThat(lines(Riding.of(riders(MEDICAL), pension)))
                .as("nor on a pension of another province")
                .containsExactly("joined 2026-09 …");
    }

    private static Facts pension(Employment... employments) {
        return new Facts(Set.of(PENSION), Set.of(employments), Set.of(), Set.of());
    }

    private static Facts ending(Ending ending) {
        return new Facts(Set.of(PENSION), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(ending));
    }

    private static Facts riders(Joined... joined) {
        return new Facts(Set.of(joined), Set.of(), Set.of(), Set.of());
    }

    private static Joined joined(int number, Place place, YearMonth from) {
        return new Joined(new RelationId(new UUID(0, number)), place, from, null, from.atDay(1), null);
    }

    private static Employment employment(String startsOn, @Nullable String endedOn) {
        return new Employment(
                new EmploymentId(new UUID(1, 1)),
                SHANGHAI,
                new Spell(LocalDate.parse(startsOn), endedOn == null ? null : LocalDate.parse(endedOn)));
    }

    private static List<String> lines(List<Stretch> stretches) {
        return stretches.stream()
                .map(stretch -> {
                    var key = (Stretch.Key.OfJoining) stretch.key();
                    var months = stretch.months();
                    return (key.after() == null ? "joined " : "after ") + months.from() + " "
                            + (months.isOpen() ? "…" : months.to() + " " + stretch.end());
                })
                .toList();
    }
}
