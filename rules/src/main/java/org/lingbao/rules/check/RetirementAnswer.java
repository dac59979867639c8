package org.lingbao.rules.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.Law;
import org.lingbao.rules.retirement.Category;

/** {@code retirement.age} */
final class RetirementAnswer {
    private RetirementAnswer() {}

    static ObjectNode of(Law law, JsonNode node) {
        var input = new Input(node);
        var category = input.constant(Category.class, "category");
        var retirement = law.retirement().of(category, input.date("birthDate")).value();
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
