package org.lingbao.enrollment.standing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.standing.domain.Ending.Died;
import org.lingbao.enrollment.standing.domain.Ending.Retired;
import org.lingbao.enrollment.standing.domain.Ending.Terminated;
import org.lingbao.enrollment.standing.domain.EndingDecision.Cause;
import org.lingbao.enrollment.standing.domain.EndingDecision.Earliest;
import org.lingbao.enrollment.standing.domain.EndingDecision.Known;
import org.lingbao.enrollment.standing.domain.EndingDecision.Reason;
import org.lingbao.enrollment.standing.domain.EndingDecision.Recorded;
import org.lingbao.enrollment.standing.domain.EndingDecision.Refused;
import org.lingbao.rules.identity.Sex;

class EndingDecisionTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final LocalDate BORN = LocalDate.of(1966, 3, 5);
    private static final RelationId JOINED = new RelationId(new UUID(0, 1));

    @Test
    void a_death_is_recorded_once() {
        var died = new Died(LocalDate.of(2026, 8, 30));

        assertThat(EndingDecision.death(BORN, Set.of(), died.on(), TODAY)).isEqualTo(new Recorded(died));
        assertThat(EndingDecision.death(BORN, Set.of(died), died.on(), TODAY)).isEqualTo(new Known());
    }

    @Test
    void every_reason_against_a_death_is_told() {
        var died = new Died(LocalDate.of(2026, 8, 30));

        assertThat(EndingDecision.death(BORN, Set.of(died), TODAY.plusDays(1), TODAY))
                .isEqualTo(new Refused(List.of(new Reason.InFuture(TODAY), new Reason.AlreadyDied(died.on()))));
        assertThat(EndingDecision.death(BORN, Set.of(), BORN.minusDays(1), TODAY))
                .isEqualTo(new Refused(List.of(new Reason.BeforeBirth())));
    }

    @Test
    void a_pension_begins_in_the_month_after_the_earliest_retirement() {
        var earliest = EndingDecision.earliestPension(BORN, Sex.MALE, TODAY);

        assertThat(earliest).isEqualTo(new Earliest(YearMonth.of(2026, 4), null));
        assertThat(EndingDecision.retirement(Set.of(), earliest, earliest.month(), TODAY))
                .isEqualTo(new Recorded(new Retired(earliest.month())));
        assertThat(EndingDecision.retirement(
                        Set.of(), earliest, earliest.month().minusMonths(1), TODAY))
                .isEqualTo(new Refused(List.of(new Reason.TooEarly(earliest))));
    }

    @Test
    void a_residents_pension_begins_in_the_month_after_the_benefit_age() {
        var earliest = EndingDecision.earliestResidentPension(BORN, TODAY);

        assertThat(earliest.month()).isEqualTo(YearMonth.of(2026, 4));
        assertThat(Objects.requireNonNull(earliest.law()).number()).isEqualTo("国发〔2014〕8号");
    }

    @Test
    void every_reason_against_a_pension_is_told() {
        var known = Set.<Ending>of(new Died(TODAY), new Retired(SEPTEMBER));
        var later = SEPTEMBER.plusMonths(2);

        var earliest = new Earliest(later.plusMonths(1), null);
        assertThat(EndingDecision.retirement(known, earliest, later, TODAY))
                .isEqualTo(new Refused(List.of(
                        new Reason.AlreadyRetired(SEPTEMBER),
                        new Reason.TooFarAhead(SEPTEMBER.plusMonths(1)),
                        new Reason.AlreadyDied(TODAY),
                        new Reason.TooEarly(earliest))));
        assertThat(EndingDecision.retirement(known, new Earliest(SEPTEMBER, null), SEPTEMBER, TODAY))
                .isEqualTo(new Known());
    }

    @Test
    void a_relation_is_given_up_by_who_is_no_national_or_too_old_to_pay() {
        var standing = new Standing.Flexible(Months.since(SEPTEMBER.minusMonths(3)), SEPTEMBER);
        var given = new Terminated(JOINED, TODAY);

        for (var cause : Cause.values()) {
            assertThat(EndingDecision.termination(standing, Set.of(), JOINED, cause, TODAY, TODAY))
                    .isEqualTo(new Recorded(given));
        }
        assertThat(EndingDecision.termination(standing, Set.of(given), JOINED, Cause.LOST_NATIONALITY, TODAY, TODAY))
                .isEqualTo(new Known());
    }

    @Test
    void every_reason_against_giving_up_is_told() {
        var retires = SEPTEMBER.plusMonths(9);
        var standing = new Standing.Flexible(Months.since(SEPTEMBER.plusMonths(2)), retires);

        assertThat(EndingDecision.termination(
                        standing, Set.of(), JOINED, Cause.MINIMUM_NOT_REACHED, TODAY.plusMonths(1), TODAY))
                .isEqualTo(new Refused(List.of(
                        new Reason.InFuture(TODAY),
                        new Reason.BeforeRelation(SEPTEMBER.plusMonths(2)),
                        new Reason.AgeNotReached(retires))));
        assertThat(EndingDecision.termination(
                        new Standing.Employed(Months.since(SEPTEMBER)),
                        Set.of(),
                        null,
                        Cause.LOST_NATIONALITY,
                        TODAY,
                        TODAY))
                .isEqualTo(new Refused(List.of(new Reason.EmployerPays())));
    }
}
