package org.lingbao.transfer.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.deadline.Deadline;
import org.lingbao.rules.deadline.DueDay;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Trace;

/**
 * The deadlines of the law from a day on, in working days (法定办结时限).
 *
 * @param received the day of the application, the letter or whatever else they run from; it is not counted
 */
record DeadlinesView(LocalDate received, List<Item> deadlines) {

    /**
     * @param due the last day; missing where the days off of {@code calendarMissing} are not announced yet
     * @param explanation the article, and the calendar it was counted by
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            Deadline deadline,
            @Nullable LocalDate due,
            @Nullable Integer calendarMissing,
            Trace explanation) {
        static Item of(Deadline deadline, Explained<DueDay> answer) {
            return switch (answer.value()) {
                case DueDay.Due(var day) -> new Item(deadline, day, null, answer.trace());
                case DueDay.CalendarNotLoaded(var year) -> new Item(deadline, null, year, answer.trace());
            };
        }
    }
}
