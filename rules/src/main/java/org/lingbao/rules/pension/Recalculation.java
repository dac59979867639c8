package org.lingbao.rules.pension;

import java.util.List;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Inputs;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.value.Money;

/**
 * What settles a provisional benefit (临时待遇) once its final amount is known (多退少补).
 *
 * @param difference by how much each month was too low; negative if it was too high
 * @param arrears the difference for all months paid: to be paid, or, if negative, to be recovered
 */
public record Recalculation(Money difference, Money arrears) {

    /**
     * @param monthsPaid with the provisional amount
     * @throws IllegalArgumentException for negative months
     */
    public static Explained<Recalculation> of(
            Explained<MonthlyPension> provisional, Explained<MonthlyPension> due, int monthsPaid) {
        if (monthsPaid < 0) {
            throw new IllegalArgumentException("negative months: " + monthsPaid);
        }
        var paid = provisional.value().total();
        var difference = due.value().total().minus(paid);
        var settled = new Recalculation(difference, difference.times(monthsPaid));
        return new Explained<>(settled, () -> {
            var dueTrace = due.trace();
            return Trace.of(
                    "pension.recalculation",
                    dueTrace.article(),
                    Inputs.of("due", due.value().total())
                            .and("paid", paid)
                            .and("difference", difference)
                            .and("months", monthsPaid),
                    settled.arrears(),
                    List.of(provisional.trace(), dueTrace));
        });
    }
}
