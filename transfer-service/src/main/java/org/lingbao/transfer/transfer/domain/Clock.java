package org.lingbao.transfer.transfer.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.deadline.Deadline;
import org.lingbao.rules.deadline.DeadlineRules;
import org.lingbao.rules.deadline.DueDay;
import org.lingbao.rules.deadline.DueDay.Due;

/**
 * A deadline that runs (期限), with the times in which it stood still.
 *
 * @param received the day from which it runs, not counted
 * @param stops the latest last
 * @param reported whether it has been reported that it was missed
 */
public record Clock(Deadline deadline, LocalDate received, List<Stop> stops, boolean reported) {
    public Clock {
        stops = List.copyOf(stops);
    }

    /**
     * A time in which this side could do nothing. Its first day is not made up for, its last one is.
     *
     * @param to null while it lasts
     */
    public record Stop(LocalDate from, @Nullable LocalDate to) {}

    static Clock from(Deadline deadline, LocalDate received) {
        return new Clock(deadline, received, List.of(), false);
    }

    public boolean isStopped() {
        return !stops.isEmpty() && stops.getLast().to() == null;
    }

    Clock stop(LocalDate today) {
        return isStopped() ? this : with(Stream.concat(stops.stream(), Stream.of(new Stop(today, null))));
    }

    Clock resume(LocalDate today) {
        if (!isStopped()) {
            return this;
        }
        var ended = new Stop(stops.getLast().from(), today);
        return with(Stream.concat(stops.stream().limit(stops.size() - 1L), Stream.of(ended)));
    }

    private Clock with(Stream<Stop> changed) {
        return new Clock(deadline, received, changed.toList(), reported);
    }

    Clock asReported() {
        return new Clock(deadline, received, stops, true);
    }

    /** The last day, made up for the working days of ended stops; unknown where the calendar is. */
    public DueDay due(DeadlineRules rules) {
        var due = rules.due(deadline, received).value();
        var stopped = stops.stream().mapToInt(stop -> workingDays(stop, rules)).sum();
        return stopped > 0 && due instanceof Due(var day)
                ? rules.addWorkingDays(day, stopped).value()
                : due;
    }

    private static int workingDays(Stop stop, DeadlineRules rules) {
        var days = 0;
        while (stop.to() != null
                && rules.addWorkingDays(stop.from(), days + 1).value() instanceof Due(var day)
                && !day.isAfter(stop.to())) {
            days++;
        }
        return days;
    }

    /** Whether it is missed, and nobody has been told. */
    boolean isNewlyMissed(Moment moment) {
        return !reported
                && !isStopped()
                && due(moment.law().deadline()) instanceof Due(var day)
                && moment.today().isAfter(day);
    }
}
