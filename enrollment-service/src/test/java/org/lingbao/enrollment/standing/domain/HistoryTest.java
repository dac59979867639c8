package org.lingbao.enrollment.standing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.standing.domain.Facts.Employment;
import org.lingbao.enrollment.standing.domain.Facts.Joined;
import org.lingbao.enrollment.standing.domain.History.Month;
import org.lingbao.enrollment.standing.domain.History.State;
import org.lingbao.enrollment.standing.domain.History.Status;
import org.lingbao.rules.employment.Spell;
import org.lingbao.rules.value.Place;

class HistoryTest {
    private static final Place WEIFANG = new Place("370700");
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final RelationId JOINED = new RelationId(new UUID(0, 1));

    private static final Facts FACTS = new Facts(
            Set.of(new Joined(JOINED, WEIFANG, SEPTEMBER, null, LocalDate.of(2026, 9, 1), null)),
            Set.of(new Employment(
                    new EmploymentId(new UUID(1, 1)),
                    WEIFANG,
                    new Spell(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 31)))),
            Set.of(),
            Set.of(SEPTEMBER),
            Set.of(new Pause(new PauseId(new UUID(2, 1)), JOINED, month(11), month(11))),
            Set.of(new Ending.Died(LocalDate.of(2027, 1, 2))));
    private static final List<Stretch> STRETCHES = Fold.of(FACTS);

    @Test
    void every_month_has_its_status_and_says_whether_it_counts_as_service() {
        assertThat(History.of(STRETCHES, FACTS.paid(), YearMonth.of(2027, 6)))
                .containsExactly(
                        new Month(SEPTEMBER, Status.PAID, true),
                        new Month(month(10), Status.UNPAID, false),
                        new Month(month(11), Status.PAUSED, false),
                        new Month(month(12), Status.EMPLOYED, true),
                        new Month(month(13), Status.UNPAID, false));
    }

    @Test
    void nothing_is_shown_after_the_month_that_is_asked_about() {
        assertThat(History.of(STRETCHES, FACTS.paid(), month(10)))
                .extracting(Month::month)
                .containsExactly(SEPTEMBER, month(10));
    }

    @Test
    void what_somebody_is_follows_from_the_month() {
        assertThat(History.in(STRETCHES, FACTS.endings(), month(8))).isEqualTo(State.NONE);
        assertThat(History.in(STRETCHES, FACTS.endings(), SEPTEMBER)).isEqualTo(State.ACTIVE);
        assertThat(History.in(STRETCHES, FACTS.endings(), month(11))).isEqualTo(State.PAUSED);
        assertThat(History.in(STRETCHES, FACTS.endings(), month(12))).isEqualTo(State.EMPLOYED);
        assertThat(History.in(STRETCHES, FACTS.endings(), month(13))).isEqualTo(State.DECEASED);
        assertThat(History.in(STRETCHES, FACTS.endings(), month(14))).isEqualTo(State.DECEASED);
    }

    /** The thirteenth month is January. */
    private static YearMonth month(int month) {
        return YearMonth.of(2026, 1).plusMonths(month - 1);
    }
}
