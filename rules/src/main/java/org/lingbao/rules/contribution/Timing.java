package org.lingbao.rules.contribution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.lingbao.rules.contribution.Assessment.Reason;
import org.lingbao.rules.data.Parameter.Version;

/** Whether the period is offered and may be paid on the day of asking. On catching up rests only what is asked about a month that is over. */
record Timing(LocalDate payableUntil, List<Reason> reasons, List<Version<?>> used) {

    static Timing of(Question question) {
        var choice = question.choice();
        var first = choice.month();
        var last = first.plusMonths(choice.period().months() - 1L);
        var periods = question.inForce(question.law().periods());
        var limitYear = question.inForce(question.law().limitYear());
        var window = question.inForce(question.law().window());
        var catchUp = question.inForce(question.law().catchUp());
        var payableUntil = catchUp.value().payableUntil(first);
        var over = question.on().isAfter(first.atEndOfMonth());

        var reasons = new ArrayList<Reason>();
        if (!periods.value().contains(choice.period())) {
            reasons.add(new Reason.PeriodNotOffered(choice.period(), periods.citation()));
        } else if (!limitYear.value().holdsBoth(first, last)) {
            reasons.add(new Reason.PeriodNotOffered(choice.period(), limitYear.citation()));
        }
        if (question.on().isAfter(payableUntil)) {
            reasons.add(new Reason.PeriodClosed(first, catchUp.citation()));
        }
        if (!window.value().isOpen(first, question.on())) {
            reasons.add(new Reason.PeriodNotOpen(first, window.citation()));
        }
        return new Timing(
                payableUntil,
                List.copyOf(reasons),
                over ? List.of(periods, limitYear, window, catchUp) : List.of(periods, limitYear, window));
    }
}
