package org.lingbao.rules.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.Law;
import org.lingbao.rules.pension.Contributed;
import org.lingbao.rules.pension.Entitlement;
import org.lingbao.rules.pension.MonthlyPension;
import org.lingbao.rules.pension.PayoutMonths;
import org.lingbao.rules.retirement.Age;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Rate;

/** {@code pension.payout-months}, {@code .base-wage}, {@code .counted-index} and {@code .monthly}, {@code resident.pension} and {@code .basic-pension} */
final class PensionAnswer {
    private PensionAnswer() {}

    static Explained<ObjectNode> payoutMonths(Law law, Input input) {
        var age = new Age(input.number("years"), input.number("months"));
        return law.payout()
                .of(age, day(input, "day"), LocalDate.MAX)
                .map(months -> Answers.object().put("payoutMonths", months.toString()));
    }

    static Explained<ObjectNode> baseWage(Law law, Input input) {
        return law.baseWage()
                .of(input.place("place"), input.date("retirement"), day(input, "on"))
                .map(wage -> Answers.object()
                        .put("baseWage", wage.amount().toYuan())
                        .put("year", wage.year().getValue())
                        .put("provisional", wage.provisional()));
    }

    static Explained<ObjectNode> monthly(Law law, Input input) {
        var entitlement = new Entitlement(
                input.place("place"),
                input.money("baseWage"),
                input.read("averageIndex", "factor", new Rate(BigDecimal.ONE), Rate::of),
                Objects.requireNonNullElseGet(
                        contributed(input, "contribution"),
                        () -> new Contributed.Months(input.number("contributionMonths"))),
                Objects.requireNonNullElse(contributed(input, "preAccount"), new Contributed.Months(0)),
                input.optional("preAccountIndex", "factor", Rate::of),
                input.optional("virtualAccount", "amount in yuan", Money::yuan),
                input.money("accountBalance"),
                new PayoutMonths(input.read("payoutMonths", "months", BigDecimal.ONE, BigDecimal::new)));
        return law.pension().monthly(entitlement).map(PensionAnswer::answer);
    }

    static Explained<ObjectNode> countedIndex(Law law, Input input) {
        return law.pension()
                .countedIndex(
                        input.place("place"),
                        Year.of(input.number("year")),
                        input.read("index", "factor", new Rate(BigDecimal.ONE), Rate::of))
                .map(index -> Answers.object().put("index", index.toString()));
    }

    /** Years, as a sheet states them, before months; null for neither. */
    private static @Nullable Contributed contributed(Input input, String beginning) {
        var years = input.optional(beginning + "Years", "years with decimals", BigDecimal::new);
        var months = input.optional(beginning + "Months", "whole number", Integer::valueOf);
        if (years != null) {
            return new Contributed.Years(years);
        }
        return months == null ? null : new Contributed.Months(months);
    }

    private static LocalDate day(Input input, String field) {
        return Objects.requireNonNullElse(input.optional(field, "yyyy-MM-dd", LocalDate::parse), LocalDate.MAX);
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
                .monthly(input.money("basicPension"), input.money("account"))
                .map(pension -> Answers.object()
                        .put("accountPension", pension.account().toYuan())
                        .put("total", pension.total().toYuan()));
    }

    static Explained<ObjectNode> residentBasic(Law law, Input input) {
        return law.residentPension()
                .basic(input.place("place"), input.date("day"), day(input, "on"))
                .map(amount -> Answers.object().put("basicPension", amount.toYuan()));
    }
}
