package org.lingbao.rules.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.lingbao.rules.Law;
import org.lingbao.rules.deadline.Deadline;
import org.lingbao.rules.deadline.DueDay;
import org.lingbao.rules.deadline.DueDay.CalendarNotLoaded;
import org.lingbao.rules.deadline.DueDay.Due;
import org.lingbao.rules.trace.Explained;

/** {@code deadline.add-working-days} and {@code deadline.due} */
final class DeadlineAnswer {
    private DeadlineAnswer() {}

    static Explained<ObjectNode> due(Law law, Input input) {
        return law.deadline()
                .due(input.constant(Deadline.class, "deadline"), input.date("received"))
                .map(DeadlineAnswer::answer);
    }

    static Explained<ObjectNode> workingDays(Law law, Input input) {
        return law.deadline()
                .addWorkingDays(input.date("received"), input.number("days"))
                .map(DeadlineAnswer::answer);
    }

    private static ObjectNode answer(DueDay due) {
        return switch (due) {
            case Due(var day) -> Answers.object().put("due", day.toString());
            case CalendarNotLoaded(var year) ->
                Answers.object().put("error", "CALENDAR_NOT_LOADED").put("what", "the days off of " + year);
        };
    }
}
