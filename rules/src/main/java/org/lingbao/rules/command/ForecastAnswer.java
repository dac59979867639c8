package org.lingbao.rules.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Objects;
import org.lingbao.rules.Law;
import org.lingbao.rules.forecast.Assumptions;
import org.lingbao.rules.forecast.Forecast;
import org.lingbao.rules.forecast.Forecast.Expected;
import org.lingbao.rules.forecast.Forecast.Refused;
import org.lingbao.rules.forecast.Past;
import org.lingbao.rules.forecast.Plan;
import org.lingbao.rules.forecast.Question;
import org.lingbao.rules.retirement.Category;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Rate;

/** {@code forecast.pension}: growth and crediting rate are factors; {@code percent} of the reference wage or {@code base}. */
final class ForecastAnswer {
    private static final String STATUTORY = "STATUTORY";
    private static final String EARLIEST = "EARLIEST";

    private ForecastAnswer() {}

    static Explained<ObjectNode> of(Law law, Input input) {
        var question = new Question(
                input.place("place"),
                input.constant(Category.class, "category"),
                input.date("birthDate"),
                past(input.nested("past")),
                new Plan(
                        base(input),
                        input.month("from"),
                        input.number("monthsAYear"),
                        input.read(
                                "retirement",
                                "STATUTORY | EARLIEST | yyyy-MM-dd",
                                new Plan.Retire.AtStatutoryAge(),
                                ForecastAnswer::retire)),
                new Assumptions(factor(input, "wageGrowth"), input.optional("creditingRate", "factor", Rate::of)),
                input.date("on"));
        return law.forecast().of(question).map(ForecastAnswer::answer);
    }

    private static Past past(Input past) {
        return new Past(
                past.number("months"),
                factor(past, "averageIndex"),
                past.money("balance"),
                amount(past, "credited"),
                amount(past, "product"),
                Objects.requireNonNullElse(past.optional("preAccountMonths", "whole number", Integer::valueOf), 0),
                past.optional("preAccountIndex", "factor", Rate::of));
    }

    private static Plan.Base base(Input input) {
        var percent = input.optional("percent", "whole number", Integer::valueOf);
        return percent == null ? new Plan.Base.Amount(input.money("base")) : new Plan.Base.Percent(percent);
    }

    private static Plan.Retire retire(String when) {
        return switch (when) {
            case STATUTORY -> new Plan.Retire.AtStatutoryAge();
            case EARLIEST -> new Plan.Retire.AsEarlyAsPossible();
            default -> new Plan.Retire.On(LocalDate.parse(when));
        };
    }

    private static Rate factor(Input input, String field) {
        return input.read(field, "factor", new Rate(0, 0), Rate::of);
    }

    private static Money amount(Input input, String field) {
        return Objects.requireNonNullElse(input.optional(field, "amount in yuan", Money::yuan), Money.ZERO);
    }

    private static ObjectNode answer(Forecast forecast) {
        var answer = Answers.object();
        switch (forecast) {
            case Expected expected -> answer(answer.put("accepted", true), expected);
            case Refused refused -> {
                var reasons = answer.put("accepted", false).putArray("reasons");
                refused.reasons().forEach(reason -> reasons.add(reason.code()));
            }
        }
        return answer;
    }

    private static void answer(ObjectNode answer, Expected expected) {
        answer.put("retirement", expected.retirement().toString())
                .put("payoutMonths", expected.payoutMonths().toString())
                .put("months", expected.months())
                .put("minimumMonths", expected.minimumMonths())
                .put("minimumReached", expected.minimumReached())
                .put("averageIndex", expected.averageIndex().toString())
                .put("baseWage", expected.baseWage().amount().toYuan())
                .put("baseWageProvisional", expected.baseWage().provisional())
                .put("creditingRate", expected.creditingRate().rate().toString())
                .put("accountBalance", expected.accountBalance().toYuan())
                .put("paidIn", expected.paidIn().toYuan())
                .put("monthly", expected.pension().written(expected.pension().total()));
    }
}
