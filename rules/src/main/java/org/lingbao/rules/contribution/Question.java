package org.lingbao.rules.contribution;

import java.time.LocalDate;
import org.lingbao.rules.data.Parameter;
import org.lingbao.rules.trace.Inputs;

/** A choice, the day it is asked on, and the law of its place. */
record Question(Choice choice, LocalDate on, ContributionLaw law) {

    /** What is in force for the first month covered, as known on the day of asking. */
    <T> Parameter.Version<T> inForce(Parameter<T> parameter) {
        return parameter.at(choice.month().atDay(1), on);
    }

    boolean provisional() {
        return law.provisional(choice.month(), on);
    }

    Inputs inputs() {
        var inputs = Inputs.of("place", choice.place())
                .and("scheme", choice.scheme())
                .and("month", choice.month())
                .and("period", choice.period())
                .and("on", on);
        var base = choice.base();
        if (base != null) {
            inputs = inputs.and("base", base);
        }
        var tier = choice.tierPercent();
        return tier == null ? inputs : inputs.and("tierPercent", tier);
    }
}
