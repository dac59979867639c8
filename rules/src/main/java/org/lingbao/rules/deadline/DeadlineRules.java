package org.lingbao.rules.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.data.Parameter.Version;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.deadline.DueDay.CalendarNotLoaded;
import org.lingbao.rules.deadline.DueDay.Due;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Inputs;
import org.lingbao.rules.trace.Trace;

/**
 * Deadlines in working days (工作日): the day of receipt is not counted, days off are skipped, make-up working days are counted. The
 * calendar is what it is, whenever one asks.
 */
public final class DeadlineRules {
    private final DeadlineLaw law;

    public DeadlineRules(RuleFiles files) {
        law = DeadlineLaw.of(files);
    }

    /**
     * @param workingDays at least one
     * @throws IllegalArgumentException for fewer: what is due on the day of receipt, or before it, is no deadline
     */
    public Explained<DueDay> addWorkingDays(LocalDate received, int workingDays) {
        if (workingDays < 1) {
            throw new IllegalArgumentException("a deadline is one working day or more, not " + workingDays);
        }
        var rule = law.firstDay().latest();
        var first = received.plusDays(rule.value());
        var due = count(first, workingDays);
        return new Explained<>(
                due,
                () -> Trace.of(
                        "deadline.add-working-days",
                        rule.citation().text(),
                        Inputs.of("received", received).and("days", workingDays),
                        outcome(due),
                        used(rule, first, due)));
    }

    /**
     * The due day of a deadline of the law.
     *
     * @param received the day of the application, the letter or whatever else the deadline runs from; as the law was then known
     * @throws DataNotLoaded if the law did not set the deadline then
     */
    public Explained<DueDay> due(Deadline deadline, LocalDate received) {
        var length = Objects.requireNonNull(law.workingDays().get(deadline)).at(received, received);
        var due = addWorkingDays(received, length.value());
        return new Explained<>(
                due.value(),
                () -> Trace.of(
                        "deadline.due",
                        length.citation().text(),
                        Inputs.of("deadline", deadline).and("received", received),
                        outcome(due.value()),
                        List.of(length.trace(), due.trace())));
    }

    /** @throws DataNotLoaded if the year's days off are not loaded */
    public boolean isWorkingDay(LocalDate day) {
        return law.year(day)
                .map(year -> year.value().isWorkingDay(day))
                .orElseThrow(() ->
                        new DataNotLoaded(law.daysOff().place(), law.daysOff().name() + " for " + day));
    }

    private DueDay count(LocalDate first, int workingDays) {
        var left = workingDays;
        var day = first;
        while (true) {
            var year = law.year(day);
            if (year.isEmpty()) {
                return new CalendarNotLoaded(day.getYear());
            }
            if (year.get().value().isWorkingDay(day)) {
                left--;
            }
            if (left == 0) {
                return new Due(day);
            }
            day = day.plusDays(1);
        }
    }

    private List<Trace> used(Version<?> rule, LocalDate first, DueDay due) {
        var last = switch (due) {
            case Due(var day) -> day.getYear();
            case CalendarNotLoaded(var year) -> year;
        };
        var used = new ArrayList<>(List.of(rule.trace()));
        for (var year = first.getYear(); year <= last; year++) {
            law.year(LocalDate.ofYearDay(year, 1)).map(Version::trace).ifPresent(used::add);
        }
        return used;
    }

    private static String outcome(DueDay due) {
        return switch (due) {
            case Due(var day) -> day.toString();
            case CalendarNotLoaded ignored -> "CALENDAR_NOT_LOADED";
        };
    }
}
