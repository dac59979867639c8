package org.lingbao.rules.deadline;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lingbao.rules.data.Parameter;
import org.lingbao.rules.data.Parameter.Version;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.data.RuleValue;

/**
 * The calendar and the deadlines of the law.
 *
 * @param firstDay how many days after the receipt counting begins
 * @param daysOff one value a year, for that year only
 * @param workingDays how long each deadline is
 */
record DeadlineLaw(
        Parameter<Integer> firstDay, Parameter<DaysOff> daysOff, Map<Deadline, Parameter<Integer>> workingDays) {

    static DeadlineLaw of(RuleFiles files) {
        return new DeadlineLaw(
                files.national("calendar/first-day-counted", RuleValue::number),
                files.national("calendar/days-off", DaysOff::read),
                Arrays.stream(Deadline.values())
                        .collect(Collectors.toUnmodifiableMap(
                                Function.identity(), deadline -> files.national(deadline.file(), RuleValue::number))));
    }

    /** The notice for the year of that day, with what later notices changed; no other year's ever stands in for it. */
    Optional<Version<DaysOff>> year(LocalDate day) {
        for (var version : daysOff.versions()) {
            if (version.effective().getYear() == day.getYear()) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }
}
