package org.lingbao.rules.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Year;
import java.time.YearMonth;
import org.lingbao.rules.Law;
import org.lingbao.rules.contribution.Assessment;
import org.lingbao.rules.contribution.Assessment.Assessed;
import org.lingbao.rules.contribution.Assessment.Refused;
import org.lingbao.rules.contribution.Choice;
import org.lingbao.rules.contribution.Monthly;
import org.lingbao.rules.contribution.PaymentChannels;
import org.lingbao.rules.contribution.Period;
import org.lingbao.rules.contribution.ResidentTiers;
import org.lingbao.rules.contribution.ResidentYear;
import org.lingbao.rules.contribution.TopUp;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Scheme;

/** {@code contribution.assess}, {@code .channels}, {@code .resident-tiers}, {@code .resident-year}, {@code .top-up} and {@code .medical-waiting} */
final class ContributionAnswer {
    private ContributionAnswer() {}

    static Explained<ObjectNode> of(Law law, Input input) {
        return law.contribution().assess(choice(input), input.date("on")).map(ContributionAnswer::answer);
    }

    static Explained<ObjectNode> channels(Law law, Input input) {
        return law.contribution()
                .channels(input.place("place"), input.constant(Scheme.class, "scheme"), input.date("on"))
                .map(ContributionAnswer::answer);
    }

    static Explained<ObjectNode> medicalWaiting(Law law, Input input) {
        return law.medicalWaiting()
                .paysFrom(
                        input.place("place"),
                        input.month("joins"),
                        input.optional("insuredUntil", "yyyy-MM", YearMonth::parse),
                        input.date("on"))
                .map(month -> Answers.object().put("paysFrom", month.toString()));
    }

    private static ObjectNode answer(Assessment assessment) {
        var answer = Answers.object();
        switch (assessment) {
            case Assessed assessed -> assessed(answer, assessed);
            case Refused refused -> {
                var reasons = answer.put("accepted", false).putArray("reasons");
                refused.reasons().forEach(reason -> reasons.add(reason.code()));
            }
        }
        return answer;
    }

    private static ObjectNode answer(PaymentChannels channels) {
        var answer = Answers.object().put("collector", channels.collector().name());
        var offered = answer.putArray("offered");
        channels.offered().forEach(channel -> offered.add(channel.name()));
        var toBeConfirmed = answer.putArray("toBeConfirmed");
        channels.toBeConfirmed().forEach(channel -> toBeConfirmed.add(channel.name()));
        return answer;
    }

    static Explained<ObjectNode> residentTiers(Law law, Input input) {
        return law.contribution()
                .residentTiers(input.place("place"), input.date("day"), input.date("on"))
                .map(ContributionAnswer::answer);
    }

    private static ObjectNode answer(ResidentTiers tiers) {
        var answer = Answers.object();
        var offered = answer.putArray("offered");
        tiers.offered().forEach(tier -> offered.add(tier.toYuan()));
        var toBeConfirmed = answer.putArray("toBeConfirmed");
        tiers.toBeConfirmed().forEach(tier -> toBeConfirmed.add(tier.toYuan()));
        return answer;
    }

    static Explained<ObjectNode> residentYear(Law law, Input input) {
        var asked = new ResidentYear.Asked(
                input.place("place"),
                input.money("tier"),
                Year.of(input.number("year")),
                input.yes("confirmed"),
                input.date("on"));
        return law.residentYear().of(asked).map(ContributionAnswer::answer);
    }

    private static ObjectNode answer(ResidentYear year) {
        return switch (year) {
            case ResidentYear.Payable(var own, var subsidy, var until) ->
                Answers.object()
                        .put("accepted", true)
                        .put("own", own.toYuan())
                        .put("subsidy", subsidy.toYuan())
                        .put("payableUntil", until.toString());
            case ResidentYear.Refused(var reasons) -> {
                var answer = Answers.object().put("accepted", false);
                var codes = answer.putArray("reasons");
                reasons.forEach(reason -> codes.add(reason.code()));
                yield answer;
            }
        };
    }

    static Explained<ObjectNode> topUp(Law law, Input input) {
        return law.contribution()
                .topUp(new TopUp.Paid(choice(input), input.date("paidOn")), input.date("on"))
                .map(ContributionAnswer::answer);
    }

    private static ObjectNode answer(TopUp topUp) {
        return switch (topUp) {
            case TopUp.Nothing _ -> Answers.object().put("topUp", "NOTHING");
            case TopUp.Final(var base) -> Answers.object().put("topUp", "FINAL").put("base", base.toYuan());
            case TopUp.Owed(var base, var missing, var until) ->
                difference("OWED", base, missing).put("payableUntil", until.toString());
            case TopUp.ToBeConfirmed(var base, var missing) -> difference("TO_BE_CONFIRMED", base, missing);
            case TopUp.Excess(var base, var tooMuch) -> difference("EXCESS_TO_BE_CONFIRMED", base, tooMuch);
        };
    }

    private static ObjectNode difference(String kind, Money base, Monthly monthly) {
        return Answers.object()
                .put("topUp", kind)
                .put("base", base.toYuan())
                .put("monthly", monthly.total().toYuan());
    }

    private static Choice choice(Input input) {
        return new Choice(
                input.place("place"),
                input.constant(Scheme.class, "scheme"),
                input.month("month"),
                input.constant(Period.class, "period"),
                input.optional("base", "amount in yuan", Money::yuan),
                input.optional("tierPercent", "percent", Integer::valueOf));
    }

    private static void assessed(ObjectNode answer, Assessed assessed) {
        answer.put("accepted", true).put("base", assessed.base().toYuan());
        var monthly = answer.putObject("monthly")
                .put("pension", assessed.monthly().pension().toYuan())
                .put("account", assessed.monthly().account().toYuan())
                .put("pooled", assessed.monthly().pooled().toYuan());
        var medical = assessed.monthly().medical();
        if (medical != null) {
            monthly.put("medical", medical.toYuan());
        }
        answer.put("total", assessed.total().toYuan());
    }
}
