package org.lingbao.enrollment.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.Law;
import org.lingbao.rules.deadline.DueDay;

/** Until when tasks are done, in working days by the calendar of the law; nothing where the days off are not announced yet. */
@ApplicationScoped
class TaskDays {
    private final int todo;
    private final int late;

    TaskDays(
            @ConfigProperty(name = "lingbao.work-list.working-days") int todo,
            @ConfigProperty(name = "lingbao.work-list.escalation-working-days") int late) {
        this.todo = todo;
        this.late = late;
    }

    /** The last working day of a task that is there since that day. */
    @Nullable
    LocalDate dueOn(LocalDate since) {
        return after(since, todo);
    }

    /** The day from which a task comes up that nobody has done. */
    @Nullable
    LocalDate escalatesOn(LocalDate since) {
        return dayAfter(dueOn(since));
    }

    /** The day from which it comes up once more. */
    @Nullable
    LocalDate escalatesAgainOn(LocalDate escalatedOn) {
        return dayAfter(after(escalatedOn, late));
    }

    private static @Nullable LocalDate dayAfter(@Nullable LocalDate day) {
        return day == null ? null : day.plusDays(1);
    }

    private static @Nullable LocalDate after(LocalDate day, int workingDays) {
        return Law.standard().deadline().addWorkingDays(day, workingDays).value() instanceof DueDay.Due(var last)
                ? last
                : null;
    }
}
