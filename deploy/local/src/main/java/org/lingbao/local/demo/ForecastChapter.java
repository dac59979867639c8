package org.lingbao.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.lingbao.local.stack.Service;

/** What pension all this points to if it goes on like this: from the rules, with every step of the calculation. */
record ForecastChapter(Api api, Told told, Worker worker) {
    private static final String CREDITING_RATE = "0.0262";
    private static final String HIGHER_BASE = "9000.00";
    private static final int INDEX_DIGITS = 4;

    /** @param bases one for each month that was paid */
    void look(List<String> bases) {
        told.begin(Story.FORECAST);
        var stays = forecast(EmployerChapter.BASE, bases);
        var more = forecast(HIGHER_BASE, bases);
        told.figure("expectedPension", stays.text("expected/pension/total"));
        told.figure("retirement", stays.text("expected/retirement"));
        told.end(
                "If it goes on like this he retires on " + stays.text("expected/retirement") + " at "
                        + stays.text("expected/age/years") + " years " + stays.text("expected/age/months")
                        + " months with " + stays.text("expected/months") + " months, and gets "
                        + stays.text("expected/pension/total"),
                "a month at today's wages: " + stays.text("expected/pension/basic") + " basic + "
                        + stays.text("expected/pension/account") + " from the account; with a base of " + HIGHER_BASE
                        + " it would be " + more.text("expected/pension/total") + ".",
                "The answer shows its " + steps(stays.body().path("explanation")) + " steps with their articles, "
                        + stays.text("status") + ", and promises nothing");
    }

    private Reply forecast(String base, List<String> bases) {
        var person = "place=" + TransferChapter.WEIFANG + "&category=MALE_60&birthDate=" + birthDate();
        var inputs = ask("/rules/forecast-inputs?" + person).text("baseWage/amount");
        return ask("/rules/forecast?" + person + "&base=" + base + "&creditingRate=" + CREDITING_RATE + "&months="
                + bases.size() + "&averageIndex=" + index(bases, new BigDecimal(inputs)));
    }

    private Reply ask(String path) {
        return api.get(Service.CONTRIBUTION, path, api.signIn(worker.login())).expect(200);
    }

    private String birthDate() {
        return worker.number().substring(6, 14).replaceFirst("(....)(..)(..)", "$1-$2-$3");
    }

    /** The average of what the months' bases are of the reference wage. */
    private static String index(List<String> bases, BigDecimal wage) {
        var sum = bases.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(wage.multiply(BigDecimal.valueOf(bases.size())), INDEX_DIGITS, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static int steps(JsonNode trace) {
        return 1
                + StreamSupport.stream(trace.path("children").spliterator(), false)
                        .mapToInt(ForecastChapter::steps)
                        .sum();
    }
}
