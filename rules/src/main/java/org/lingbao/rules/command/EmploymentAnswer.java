package org.lingbao.rules.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.Collectors;
import org.lingbao.rules.Law;
import org.lingbao.rules.employment.EmployedContribution;
import org.lingbao.rules.employment.EmployedMonths;
import org.lingbao.rules.employment.Hiring;
import org.lingbao.rules.employment.InjuryCover;
import org.lingbao.rules.employment.Spell;
import org.lingbao.rules.identity.Sex;
import org.lingbao.rules.trace.Explained;

/** {@code employment.months}, {@code .hire}, {@code .injury} and {@code .contribution} */
final class EmploymentAnswer {
    private EmploymentAnswer() {}

    static Explained<ObjectNode> months(Law law, Input input) {
        return law.employment()
                .months(
                        new Spell(input.date("startsOn"), input.optional("endedOn", "yyyy-MM-dd", LocalDate::parse)),
                        input.texts("paid").map(YearMonth::parse).collect(Collectors.toUnmodifiableSet()),
                        input.optional("notBefore", "yyyy-MM", YearMonth::parse))
                .map(EmploymentAnswer::answer);
    }

    static Explained<ObjectNode> hire(Law law, Input input) {
        return law.employment()
                .hire(
                        input.date("birthDate"),
                        input.constant(Sex.class, "sex"),
                        input.date("startsOn"),
                        input.date("on"))
                .map(EmploymentAnswer::answer);
    }

    static Explained<ObjectNode> injury(Law law, Input input) {
        return law.employment()
                .injury(
                        input.place("place"),
                        input.date("birthDate"),
                        input.constant(Sex.class, "sex"),
                        input.yes("partTime"),
                        input.date("startsOn"),
                        input.date("on"))
                .map(EmploymentAnswer::answer);
    }

    static Explained<ObjectNode> contribution(Law law, Input input) {
        return law.employment()
                .contribution(input.place("place"), input.month("month"), input.money("base"), input.date("on"))
                .map(EmploymentAnswer::answer);
    }

    private static ObjectNode answer(EmployedMonths months) {
        if (months.isEmpty()) {
            return Answers.object().put("months", "NONE");
        }
        var to = months.to();
        var answer = Answers.object().put("from", months.from().toString());
        return to == null ? answer : answer.put("to", to.toString());
    }

    private static ObjectNode answer(Hiring hiring) {
        return switch (hiring) {
            case Hiring.Allowed _ -> Answers.object().put("allowed", true);
            case Hiring.Refused refused -> {
                var answer = Answers.object().put("allowed", false);
                var reasons = answer.putArray("reasons");
                refused.reasons().forEach(reason -> reasons.add(reason.code()));
                yield answer;
            }
        };
    }

    private static ObjectNode answer(InjuryCover cover) {
        return switch (cover) {
            case InjuryCover.Allowed _ -> Answers.object().put("allowed", true);
            case InjuryCover.Refused refused -> {
                var answer = Answers.object().put("allowed", false);
                var reasons = answer.putArray("reasons");
                refused.reasons().forEach(reason -> reasons.add(reason.code()));
                yield answer;
            }
        };
    }

    private static ObjectNode answer(EmployedContribution contribution) {
        return switch (contribution) {
            case EmployedContribution.Due(var base, var personal, var employer) ->
                Answers.object()
                        .put("accepted", true)
                        .put("base", base.toYuan())
                        .put("personal", personal.toYuan())
                        .put("employer", employer.toYuan());
            case EmployedContribution.Refused(var why) -> {
                var answer = Answers.object().put("accepted", false);
                var reasons = answer.putArray("reasons");
                why.forEach(reason -> reasons.add(reason.name()));
                yield answer;
            }
        };
    }
}
