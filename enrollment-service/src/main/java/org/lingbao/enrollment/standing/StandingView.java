package org.lingbao.enrollment.standing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.standing.Reckoning.Reckoned;
import org.lingbao.enrollment.standing.domain.History;
import org.lingbao.enrollment.standing.domain.Waiting;
import org.lingbao.rules.trace.Status;
import org.lingbao.rules.trace.Trace;
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
 * @param benefits of MEDICAL that rides on the pension: from when it pays; absent where that is not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StandingView(
        UUID personId,
        Scheme scheme,
        YearMonth asOf,
        String state,
        int serviceMonths,
        List<MonthView> months,
        @Nullable BenefitsView benefits) {

    /**
     * One month.
     *
     * @param status EMPLOYED: an employer's; PAID, UNPAID or PAUSED: the person's own; in RESIDENT a year's months are paid with it, in MEDICAL
     *     that rides on the pension a month with the pension's
     * @param countsAsService whether it counts as service: an employer's, or paid by the person; of EMPLOYEE alone
     */
    record MonthView(YearMonth month, String status, boolean countsAsService) {}

    /**
     * From when the medical insurance pays (等待期), by what is known here.
     *
     * @param joins the first month of the time that is insured without a gap
     * @param insuredUntil the last month insured before; absent: never, as far as is known here
     * @param from the first month in which it pays
     * @param status UNCERTAIN: the law's words at the boundary are not confirmed, so the agency confirms the month
     * @param trace how the month follows from the law
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BenefitsView(YearMonth joins, @Nullable YearMonth insuredUntil, YearMonth from, Status status, Trace trace) {
        static BenefitsView of(Waiting waiting) {
            var trace = waiting.paysFrom().trace();
            return new BenefitsView(
                    waiting.joins(), waiting.insuredUntil(), waiting.paysFrom().value(), trace.status(), trace);
        }
    }

    static StandingView of(UUID person, Scheme scheme, Reckoned known, LocalDate today) {
        var now = YearMonth.from(today);
        var facts = known.facts();
        var stretches = known.stretches();
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
                months,
                benefits(known, today).map(BenefitsView::of).orElse(null));
    }

    /** Of who rides, and is not out of it; elsewhere nothing is known of what was paid. */
    private static Optional<Waiting> benefits(Reckoned known, LocalDate today) {
        var now = YearMonth.from(today);
        return known.pension().isEmpty()
                        || known.stretches().stream()
                                .noneMatch(one -> one.standing().isLive())
                ? Optional.empty()
                : Waiting.of(
                        known.stretches().getLast().place(),
                        Waiting.insured(
                                known.pension(),
                                known.stretches(),
                                known.facts().paid(),
                                now),
                        today);
    }
}
