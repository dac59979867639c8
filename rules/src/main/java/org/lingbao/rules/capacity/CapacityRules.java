package org.lingbao.rules.capacity;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.lingbao.rules.data.Parameter;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.data.RuleValue;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Inputs;
import org.lingbao.rules.trace.Trace;

/** From which age somebody does civil acts alone, such as to act for another (完全民事行为能力). */
public final class CapacityRules {
    private final Parameter<Ages> ages;

    private record Ages(int adult, int ownWork) {
        static Ages read(RuleValue value) {
            var table = value.keys("adult", "ownWork");
            return new Ages(Integer.parseInt(table.entry("adult")), Integer.parseInt(table.entry("ownWork")));
        }
    }

    public CapacityRules(RuleFiles files) {
        ages = files.national("capacity/full", Ages::read);
    }

    /**
     * What somebody's age says on a day.
     *
     * @param day the day of the act
     * @param known the day on which it is judged
     * @throws org.lingbao.rules.data.DataNotLoaded for a day before the law in force
     */
    public Explained<Capacity> of(LocalDate birthDate, LocalDate day, LocalDate known) {
        var law = ages.at(day, known);
        var age = Period.between(birthDate, day).getYears();
        Capacity capacity = age < law.value().adult()
                ? new Capacity.Limited(age, law.value().adult(), law.value().ownWork(), law.citation())
                : new Capacity.Full();
        return new Explained<>(
                capacity,
                () -> Trace.of(
                        "capacity.full",
                        law.citation().text(),
                        Inputs.of("birthDate", birthDate).and("day", day).and("age", age),
                        capacity instanceof Capacity.Full ? "ADULT" : "NOT_ADULT",
                        List.of(law.trace())));
    }
}
