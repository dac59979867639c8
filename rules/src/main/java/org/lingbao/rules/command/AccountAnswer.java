package org.lingbao.rules.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.Objects;
import org.lingbao.rules.Law;
import org.lingbao.rules.account.InterestMethod;
import org.lingbao.rules.account.Settlement;
import org.lingbao.rules.account.Settlement.Kept;
import org.lingbao.rules.account.Settlement.PaidOnce;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Rate;
import org.lingbao.rules.value.Scheme;

/** {@code account.interest}, {@code .rate} and {@code .settlement} */
final class AccountAnswer {
    /** How far the point moves between a factor and a percentage. */
    private static final int PERCENT = 2;

    private AccountAnswer() {}

    static Explained<ObjectNode> interest(Law law, Input input) {
        var rate = input.read("ratePercent", "percent", new Rate(BigDecimal.ZERO), AccountAnswer::rate);
        var credits = input.texts("credits").map(Money::yuan).toList();
        return law.account()
                .payingIn(input.money("opening"), credits, rate, input.constant(InterestMethod.class, "method"))
                .map(year -> Answers.object()
                        .put("product", year.product().toYuan())
                        .put("openingInterest", year.openingInterest().toYuan())
                        .put("creditInterest", year.movedInterest().toYuan())
                        .put("closing", year.closing().toYuan()));
    }

    static Explained<ObjectNode> rate(Law law, Input input) {
        var year = Year.of(input.number("year"));
        var on = Objects.requireNonNullElse(input.optional("on", "yyyy-MM-dd", LocalDate::parse), LocalDate.MAX);
        var resident = input.optionalPlace("residentOf");
        return (resident == null ? law.account().rate(year, on) : law.account().residentRate(resident, year, on))
                .map(rate -> Answers.object()
                        .put("percent", percent(rate.rate()))
                        .put("status", rate.provisional() ? "PROVISIONAL" : "OFFICIAL"));
    }

    static Explained<ObjectNode> settlement(Law law, Input input) {
        return law.settlement()
                .settle(
                        input.constant(Scheme.class, "scheme"),
                        input.constant(Settlement.Event.class, "event"),
                        input.money("balance"),
                        input.date("on"))
                .map(AccountAnswer::answer);
    }

    private static ObjectNode answer(Settlement settlement) {
        var answer = Answers.object();
        return switch (settlement) {
            case Kept kept ->
                answer.put("outcome", "KEPT")
                        .put("because", kept.because().name())
                        .put("amount", kept.balance().toYuan());
            case PaidOnce paid -> {
                answer.put("outcome", "PAID_ONCE")
                        .put("to", paid.to().name())
                        .put("amount", paid.amount().toYuan());
                var before = answer.putArray("before");
                paid.before().forEach(step -> before.add(step.name()));
                var fromPool = answer.putArray("fromPool");
                paid.fromPool().forEach(benefit -> fromPool.add(benefit.name()));
                yield answer;
            }
        };
    }

    private static Rate rate(String percent) {
        return new Rate(new BigDecimal(percent).movePointLeft(PERCENT));
    }

    private static String percent(Rate rate) {
        var percent = rate.value().movePointRight(PERCENT);
        return percent.setScale(Math.max(PERCENT, percent.scale())).toPlainString();
    }
}
