package org.lingbao.rules.contribution;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.data.Parameter;
import org.lingbao.rules.data.PerProvince;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.data.RuleValue;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Inputs;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/**
 * From when the medical insurance pays for a flexible worker who joins it (职工医保等待期). As sure as its trace says: where the
 * boundary is not confirmed, the month is to be confirmed by hand.
 */
public final class MedicalWaitingRules {
    private final PerProvince<Parameter<Waiting>> laws;

    /**
     * @param months that are paid before the insurance pays
     * @param noneWithinMonths who joins within so many months of a break does not wait
     */
    private record Waiting(int months, int noneWithinMonths) {
        static Waiting read(RuleValue value) {
            var table = value.keys("months", "noneWithinMonths");
            return new Waiting(
                    Integer.parseInt(table.entry("months")), Integer.parseInt(table.entry("noneWithinMonths")));
        }
    }

    public MedicalWaitingRules(RuleFiles files) {
        laws = new PerProvince<>(
                (province, scheme) -> files.provincial(province, "employee/medical-waiting", Waiting::read));
    }

    /**
     * The first month in which it pays.
     *
     * @param joins the first month paid
     * @param insuredUntil the last month insured before; null for who never was
     * @throws org.lingbao.rules.data.DataNotLoaded if the province has no such rule, or had none when the person joined
     * @throws IllegalArgumentException if the person was still insured then
     */
    public Explained<YearMonth> paysFrom(Place place, YearMonth joins, @Nullable YearMonth insuredUntil, LocalDate on) {
        if (insuredUntil != null && !insuredUntil.isBefore(joins)) {
            throw new IllegalArgumentException("joins in " + joins + ", insured until " + insuredUntil);
        }
        var law = laws.of(place, Scheme.EMPLOYEE).at(joins.atEndOfMonth(), on);
        var waiting = law.value();
        var waits = insuredUntil == null || ChronoUnit.MONTHS.between(insuredUntil, joins) > waiting.noneWithinMonths();
        var first = waits ? joins.plusMonths(waiting.months()) : joins;
        return new Explained<>(
                first,
                () -> Trace.of(
                        "contribution.medical-waiting",
                        law.citation().text(),
                        Inputs.of("place", place)
                                .and("joins", joins)
                                .and("insuredUntil", insuredUntil == null ? "NEVER" : insuredUntil),
                        first,
                        List.of(law.trace())));
    }
}
