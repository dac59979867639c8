package org.lingbao.enrollment.standing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.standing.domain.Stretch.Key;
import org.lingbao.rules.trace.Status;
import org.lingbao.rules.value.Place;

/** Shanghai since September 2025: six months, none within three months of a break. */
class WaitingTest {
    private static final Place SHANGHAI = new Place("310000");
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    private static final YearMonth NOW = YearMonth.from(TODAY);

    @Test
    void who_joins_for_the_first_time_waits_and_the_month_is_to_be_confirmed() {
        var waiting = of(since(NOW));

        assertThat(waiting.paysFrom().value()).isEqualTo(YearMonth.of(2027, 3));
        assertThat(waiting.insuredUntil()).isNull();
        assertThat(waiting.paysFrom().trace().status()).isEqualTo(Status.UNCERTAIN);
    }

    @Test
    void who_comes_from_an_employer_or_back_within_three_months_does_not_wait() {
        assertThat(of(new Months(YearMonth.of(2025, 10), YearMonth.of(2026, 6)), since(NOW))
                        .paysFrom()
                        .value())
                .isEqualTo(NOW);
    }

    @Test
    void after_a_longer_gap_the_waiting_begins_anew() {
        var waiting = of(new Months(YearMonth.of(2025, 10), YearMonth.of(2026, 5)), since(NOW));

        assertThat(waiting)
                .extracting(
                        Waiting::joins,
                        Waiting::insuredUntil,
                        found -> found.paysFrom().value())
                .containsExactly(NOW, YearMonth.of(2026, 5), YearMonth.of(2027, 3));
    }

    @Test
    void who_pauses_while_waiting_waits_no_shorter() {
        assertThat(of(new Months(NOW, NOW), since(NOW.plusMonths(2))).paysFrom().value())
                .isEqualTo(YearMonth.of(2027, 3));
    }

    @Test
    void of_who_joined_before_the_law_that_is_known_nothing_is_told() {
        assertThat(Waiting.of(SHANGHAI, List.of(since(YearMonth.of(2024, 1))), TODAY))
                .isEmpty();
        assertThat(Waiting.of(new Place("370700"), List.of(since(NOW)), TODAY)).isEmpty();
        assertThat(Waiting.of(SHANGHAI, List.of(), TODAY)).isEmpty();
    }

    @Test
    void a_month_that_passed_counts_where_it_was_paid_with_the_pension_and_those_that_come_unless_they_are_paused() {
        var employed = stretch(new Standing.Employed(new Months(NOW.minusMonths(9), NOW.minusMonths(6))));
        var own = stretch(new Standing.Flexible(since(NOW.minusMonths(5)), null));
        var rider = stretch(new Standing.Flexible(
                since(NOW.minusMonths(5)), null, List.of(new Months(NOW.plusMonths(1), NOW.plusMonths(2)))));

        var insured = Waiting.insured(List.of(employed, own), List.of(rider), Set.of(NOW.minusMonths(5)), NOW);

        assertThat(Months.union(insured))
                .containsExactly(
                        new Months(NOW.minusMonths(9), NOW.minusMonths(5)),
                        new Months(NOW, NOW),
                        since(NOW.plusMonths(3)));
    }

    private static Stretch stretch(Standing standing) {
        return new Stretch(new Key.OfJoining(new RelationId(new UUID(0, 1)), null), SHANGHAI, standing, null);
    }

    private static Months since(YearMonth from) {
        return Months.since(from);
    }

    private static Waiting of(Months... insured) {
        return Waiting.of(SHANGHAI, List.of(insured), TODAY).orElseThrow();
    }
}
