package org.lingbao.rules.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.lingbao.rules.Law;
import org.lingbao.rules.pension.Contributed;
import org.lingbao.rules.pension.Entitlement;
import org.lingbao.rules.pension.MonthlyPension;
import org.lingbao.rules.pension.PayoutMonths;
import org.lingbao.rules.retirement.Age;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Rate;

/** {@code pension.payout-months}, {@code pension.monthly} and {@code resident.pension} */
final class PensionAnswer {
    private PensionAnswer() {}

    static Explained<ObjectNode> payoutMonths(Law law, Input input) {
        var age = new Age(Integer.parseInt(input.text("years")), Integer.parseInt(input.text("months")));
        return law.payout().of(age).map(months -> Answers.object().put("payoutMonths", months.toString()));
    }

    static Explained<ObjectNode> monthly(Law law, Input input) {
        var preAccountIndex = input.optionalText("preAccountIndex");
        var entitlement = new Entitlement(
                input.place("place"),
                Money.yuan(input.text("baseWage")),
                Rate.of(input.text("averageIndex")),
                contributed(input, "contribution"),
                has(input, "preAccount") ? contributed(input, "preAccount") : new Contributed.Months(0),
                preAccountIndex == null ? null : Rate.of(preAccountIndex),
                Money.yuan(input.text("accountBalance")),
                new PayoutMonths(new BigDecimal(input.text("payoutMonths"))));
        return law.pension().monthly(entitlement).map(PensionAnswer::answer);
    }

    private static Contributed contributed(Input input, String beginning) {
        var years = input.optionalText(beginning + "Years");
        return years == null
                ? new Contributed.Months(Integer.parseInt(input.text(beginning + "Months")))
                : new Contributed.Years(new BigDecimal(years));
    }

    private static boolean has(Input input, String beginning) {
        return input.optionalText(beginning + "Years") != null || input.optionalText(beginning + "Months") != null;
    }

    private static ObjectNode answer(MonthlyPension pension) {
        return Answers.object()
                .put("indexedWage", pension.indexedWage().toYuan())
                .put("basic", pension.written(pension.basic()))
                .put("account", pension.written(pension.account()))
                .put("transitional", pension.written(pension.transitional()))
                .put("total", pension.written(pension.total()));
    }

    static Explained<ObjectNode> resident(Law law, Input input) {
        return law.residentPension()
                .monthly(Money.yuan(input.text("basicPension")), Money.yuan(input.text("account")))
                .map(pension -> Answers.object()
                        .put("accountPension", pension.account().toYuan())
                        .put("total", pension.total().toYuan()));
    }
}
