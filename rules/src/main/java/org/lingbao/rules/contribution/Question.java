package org.lingbao.rules.contribution;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lingbao.rules.data.Parameter;

/** A choice, the day it is asked on, and the law of its place. */
record Question(Choice choice, LocalDate on, ContributionLaw law) {

    /** What is in force for the first month covered, as known on the day of asking. */
    <T> Parameter.Version<T> inForce(Parameter<T> parameter) {
        return parameter.at(choice.month().atDay(1), on);
    }

    Map<String, String> inputs() {
        var inputs = new LinkedHashMap<String, String>();
        inputs.put("place", choice.place().code());
        inputs.put("scheme", choice.scheme().name());
        inputs.put("month", choice.month().toString());
        inputs.put("period", choice.period().name());
        var base = choice.base();
        if (base != null) {
            inputs.put("base", base.toYuan());
        }
        var tier = choice.tierPercent();
        if (tier != null) {
            inputs.put("tierPercent", tier.toString());
        }
        inputs.put("on", on.toString());
        return inputs;
    }
}
