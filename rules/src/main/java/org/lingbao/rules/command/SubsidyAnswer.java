package org.lingbao.rules.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.lingbao.rules.Law;
import org.lingbao.rules.subsidy.Claim;
import org.lingbao.rules.subsidy.Claimants;
import org.lingbao.rules.subsidy.Grant;
import org.lingbao.rules.subsidy.HardshipGroup;
import org.lingbao.rules.trace.Explained;

/** {@code subsidy.resident}, {@code subsidy.sponsored} and {@code subsidy.flexible}, with what is known today. */
final class SubsidyAnswer {
    private SubsidyAnswer() {}

    static Explained<ObjectNode> resident(Law law, Input input) {
        return law.subsidy()
                .resident(input.place("place"), input.money("tier"), input.date("day"), LocalDate.MAX)
                .map(SubsidyAnswer::answer);
    }

    static Explained<ObjectNode> sponsored(Law law, Input input) {
        return law.subsidy()
                .sponsored(
                        input.place("place"),
                        input.constant(HardshipGroup.class, "group"),
                        input.date("day"),
                        LocalDate.MAX)
                .map(SubsidyAnswer::answer);
    }

    static Explained<ObjectNode> flexible(Law law, Input input) {
        var claim = new Claim(
                input.constant(Claimants.class, "claimants"),
                input.month("month"),
                input.money("paid"),
                input.month("firstGranted"),
                input.number("grantedMonths"),
                input.date("retiresOn"));
        return law.subsidy()
                .flexible(input.place("place"), claim, LocalDate.MAX)
                .map(SubsidyAnswer::answer);
    }

    private static ObjectNode answer(Grant grant) {
        var answer = Answers.object();
        return switch (grant) {
            case Grant.Fixed(var amount) -> answer.put("grant", "FIXED").put("amount", amount.toYuan());
            case Grant.AtLeast(var amount, var notLoaded) ->
                answer.put("grant", "AT_LEAST").put("amount", amount.toYuan()).put("notLoaded", notLoaded.parameter());
            case Grant.AtMost(var amount) -> answer.put("grant", "AT_MOST").put("amount", amount.toYuan());
            case Grant.Unconfirmed(var amount) ->
                answer.put("grant", "UNCONFIRMED").put("amount", amount.toYuan());
            case Grant.Refused(var reasons) -> {
                var codes = answer.put("grant", "REFUSED").putArray("reasons");
                reasons.forEach(reason -> codes.add(reason.code()));
                yield answer;
            }
        };
    }
}
