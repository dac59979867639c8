package org.lingbao.rules.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.Law;
import org.lingbao.rules.retirement.Category;
import org.lingbao.rules.retirement.Retirement;
import org.lingbao.rules.trace.Explained;

/** {@code retirement.age} */
final class RetirementAnswer {
    private RetirementAnswer() {}

    static Explained<ObjectNode> of(Law law, Input input) {
        return law.retirement()
                .of(input.constant(Category.class, "category"), input.date("birthDate"))
                .map(RetirementAnswer::answer);
    }

    private static ObjectNode answer(Retirement retirement) {
        var answer = Answers.object().put("delayMonths", retirement.delayMonths());
        answer.putObject("statutoryAge")
                .put("years", retirement.age().years())
                .put("months", retirement.age().months());
        return answer.put("statutoryDate", retirement.statutoryDate().toString())
                .put("minimumMonths", retirement.minimumMonths())
                .put("earliestDate", text(retirement.earliest()))
                .put("latestDate", text(retirement.latest()));
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }
}
