package org.lingbao.enrollment.standing;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.lingbao.enrollment.standing.domain.Facts;
import org.lingbao.enrollment.standing.domain.Fold;
import org.lingbao.enrollment.standing.domain.History;
import org.lingbao.rules.value.Scheme;

/**
 * A person's months in a scheme, whole.
 *
 * @param asOf the business month
 * @param state what the person is in that month: ACTIVE, PAUSED, EMPLOYED, TRANSFERRED_OUT, RETIRED, DECEASED, TERMINATED, LEFT, or
 *     NONE
 * @param serviceMonths how many of the months count as service (可计算工龄)
 * @param months all of them here, up to the business month and those that are paid ahead; what another province has is not among
 *     them
 */
record StandingView(
        UUID personId, Scheme scheme, YearMonth asOf, String state, int serviceMonths, List<MonthView> months) {

    /**
     * One month.
     *
     * @param status EMPLOYED: an employer's; PAID, UNPAID or PAUSED: the person's own; in RESIDENT a year's months are paid with it
     * @param countsAsService whether it counts as service: an employer's, or paid by the person; none of RESIDENT does
     */
    record MonthView(YearMonth month, String status, boolean countsAsService) {}

    static StandingView of(UUID person, Scheme scheme, Facts facts, YearMonth now) {
        var stretches = Fold.of(facts);
        var ahead = facts.paid().stream().max(Comparator.naturalOrder()).filter(month -> month.isAfter(now));
        var months = History.of(stretches, facts.paid(), ahead.orElse(now)).stream()
                .map(one -> new MonthView(
                        one.month(), one.status().name(), one.countsAsService() && scheme == Scheme.EMPLOYEE))
                .toList();
        return new StandingView(
                person,
                scheme,
                now,
                History.in(stretches, facts.endings(), now).name(),
                Math.toIntExact(
                        months.stream().filter(MonthView::countsAsService).count()),
                months);
    }
}
