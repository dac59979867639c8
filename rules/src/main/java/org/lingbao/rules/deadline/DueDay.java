package org.lingbao.rules.deadline;

import java.time.LocalDate;

/** The day until which something must be done (期限届满日), or that nobody can say. Never a guess. */
public sealed interface DueDay {

    /** @param day the last day, always a working day */
    record Due(LocalDate day) implements DueDay {}

    /** @param year the days off of this year would be needed; they are not announced yet, or lie before the years loaded */
    record CalendarNotLoaded(int year) implements DueDay {}
}
