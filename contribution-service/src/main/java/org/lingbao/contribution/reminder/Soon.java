package org.lingbao.contribution.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Year;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lingbao.rules.Law;
import org.lingbao.rules.deadline.DueDay.CalendarNotLoaded;
import org.lingbao.rules.deadline.DueDay.Due;

/** When a window closes soon: within so many working days, by the calendar of days off. */
@ApplicationScoped
class Soon {
    private final int workingDays;

    Soon(@ConfigProperty(name = "lingbao.reminder.working-days") int workingDays) {
        this.workingDays = workingDays;
    }

    /** The last day that is soon; where the next year's days off are not announced yet, the last of this year. */
    LocalDate until(LocalDate today) {
        return switch (Law.standard()
                .deadline()
                .addWorkingDays(today, workingDays)
                .value()) {
            case Due(var day) -> day;
            case CalendarNotLoaded(var year) -> Year.of(year).atDay(1).minusDays(1);
        };
    }
}
