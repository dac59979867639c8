package org.lingbao.rules.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.lingbao.rules.Law;
import org.lingbao.rules.bridging.BothDrawn;
import org.lingbao.rules.bridging.BothSchemes;
import org.lingbao.rules.bridging.Conversion;
import org.lingbao.rules.bridging.Conversion.IntoEmployee;
import org.lingbao.rules.bridging.Conversion.IntoResident;
import org.lingbao.rules.bridging.Conversion.Refused;
import org.lingbao.rules.bridging.Direction;
import org.lingbao.rules.trace.Explained;

/** {@code bridging.convert}, {@code .clear} and {@code .overlap-refund}, with what is known today. */
final class BridgingAnswer {
    private BridgingAnswer() {}

    static Explained<ObjectNode> convert(Law law, Input input) {
        var direction = input.constant(Direction.class, "direction");
        var person = new BothSchemes(
                input.number("employeeMonths"),
                input.number("residentYears"),
                input.money("employeeAccount"),
                input.money("residentAccount"),
                input.month("reachesAgeIn"),
                input.yes("drawingPension"));
        return law.bridging().convert(direction, person, LocalDate.MAX).map(BridgingAnswer::answer);
    }

    private static ObjectNode answer(Conversion conversion) {
        var answer = Answers.object();
        return switch (conversion) {
            case IntoEmployee(var months, var account) ->
                answer.put("accepted", true).put("employeeMonths", months).put("account", account.toYuan());
            case IntoResident(var years, var account) ->
                answer.put("accepted", true).put("residentYears", years).put("account", account.toYuan());
            case Refused(var reasons) -> {
                var codes = answer.put("accepted", false).putArray("reasons");
                reasons.forEach(reason -> codes.add(reason.code()));
                yield answer;
            }
        };
    }

    static Explained<ObjectNode> clear(Law law, Input input) {
        var drawn = new BothDrawn(
                input.money("account"), input.money("subsidy"), input.money("basicDrawn"), input.money("repaid"));
        return law.bridging()
                .clear(drawn, LocalDate.MAX)
                .map(clearance -> Answers.object()
                        .put("ended", clearance.ended().name())
                        .put("setOff", clearance.setOff().toYuan())
                        .put("refund", clearance.refund().toYuan())
                        .put("owed", clearance.owed().toYuan()));
    }

    static Explained<ObjectNode> overlapRefund(Law law, Input input) {
        return law.bridging()
                .overlapRefund(input.money("annualOwnPayment"), input.number("overlapMonths"), LocalDate.MAX)
                .map(refund -> Answers.object().put("refund", refund.toYuan()));
    }
}
