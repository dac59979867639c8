package org.lingbao.rules.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.lingbao.rules.data.RuleValue;

/**
 * What the State Council's notice says of one year. A day that it does not name follows its weekday.
 *
 * @param off days off (放假)
 * @param work make-up working days (调休上班)
 */
record DaysOff(Set<MonthDay> off, Set<MonthDay> work) {
    private static final DateTimeFormatter MONTH_DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);

    DaysOff {
        var both = new HashSet<>(off);
        both.retainAll(work);
        if (!both.isEmpty()) {
            throw new IllegalArgumentException("both a day off and a working day: " + both);
        }
    }

    static DaysOff read(RuleValue value) {
        var table = value.keys("off", "work");
        return new DaysOff(days(table.words("off")), days(table.words("work")));
    }

    boolean isWorkingDay(LocalDate day) {
        var named = MonthDay.from(day);
        return work.contains(named) || !off.contains(named) && !isWeekend(day.getDayOfWeek());
    }

    private static boolean isWeekend(DayOfWeek day) {
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    }

    private static Set<MonthDay> days(List<String> words) {
        return words.stream().map(word -> MonthDay.parse(word, MONTH_DAY)).collect(Collectors.toUnmodifiableSet());
    }
}
