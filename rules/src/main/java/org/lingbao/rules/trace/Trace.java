package org.lingbao.rules.trace;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How one result was reached: which rule, on which article, from which inputs, through which smaller results. Decisions store it
 * and the API explains with it. It never holds a person's number or name.
 *
 * @param rule the rule's id ({@code contribution.assess}) or the parameter's name ({@code 370000/employee/limits})
 * @param text what was done here, in one sentence with its amounts
 * @param article the document and article it rests on
 * @param inputs by name, in the order in which they matter
 * @param status of the least sure value beneath
 */
public record Trace(
        String rule,
        Text text,
        String article,
        Map<String, String> inputs,
        String outcome,
        Status status,
        List<Trace> children) {
    public Trace {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        children = List.copyOf(children);
    }

    /** A node of these rules: its sentence is in {@code rules/wording}, it is as sure as its children. */
    public static Trace of(String rule, String article, Inputs inputs, Object outcome, List<Trace> children) {
        var result = outcome.toString();
        return of(rule, Wording.of(rule, inputs.byName(), result), article, inputs, result, children);
    }

    /** A node of a service, which brings its own sentence. */
    public static Trace of(
            String rule, Text text, String article, Inputs inputs, String outcome, List<Trace> children) {
        return new Trace(rule, text, article, inputs.byName(), outcome, leastSure(children), children);
    }

    /** A value of the law that was used. */
    public static Trace leaf(
            String parameter, Text text, String article, Inputs inputs, String written, Status status) {
        return new Trace(parameter, text, article, inputs.byName(), written, status, List.of());
    }

    private static Status leastSure(List<Trace> children) {
        return children.stream()
                .map(Trace::status)
                .max(Comparator.naturalOrder())
                .orElse(Status.OFFICIAL);
    }
}
