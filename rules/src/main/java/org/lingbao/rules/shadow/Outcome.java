package org.lingbao.rules.shadow;

import java.time.LocalDate;
import java.time.YearMonth;
import org.lingbao.rules.Law;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.forecast.Assumptions;
import org.lingbao.rules.forecast.Forecast;
import org.lingbao.rules.forecast.Forecast.Expected;
import org.lingbao.rules.forecast.Forecast.Refused;
import org.lingbao.rules.forecast.Plan;
import org.lingbao.rules.forecast.Question;
import org.lingbao.rules.value.Money;

/** What one law says to one person. */
sealed interface Outcome {
    int EVERY_MONTH = 12;

    /**
     * @param minimumMonths the minimum contribution months
     * @param paidIn all that is still to be paid
     * @param pension what the formula gives a month
     */
    record Answered(LocalDate retirement, int minimumMonths, Money paidIn, Money pension) implements Outcome {}

    /** @param reasons codes, joined */
    record Unanswered(String reasons) implements Outcome {}

    static Outcome of(Law law, Person person, Assumptions assumptions, LocalDate on) {
        var plan = new Plan(person.base(), YearMonth.from(on), EVERY_MONTH, new Plan.Retire.AtStatutoryAge());
        var question = new Question(
                person.place(), person.category(), person.birthDate(), person.past(), plan, assumptions, on);
        try {
            return of(law.forecast().of(question).value());
        } catch (DataNotLoaded missing) {
            return new Unanswered("DATA_NOT_LOADED");
        }
    }

    private static Outcome of(Forecast forecast) {
        return switch (forecast) {
            case Expected expected ->
                new Answered(
                        expected.retirement(),
                        expected.minimumMonths(),
                        expected.paidIn(),
                        expected.pension().total());
            case Refused refused -> new Unanswered(codes(refused));
        };
    }

    private static String codes(Refused refused) {
        var codes = new StringBuilder();
        for (var reason : refused.reasons()) {
            codes.append(codes.isEmpty() ? "" : " ").append(reason.code());
        }
        return codes.toString();
    }
}
