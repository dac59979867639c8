package org.lingbao.rules.trace;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How one result was reached: which rule, on which article, from which inputs, through which smaller results. Decisions store it
 * and the API explains with it. It never holds a person's number or name.
 *
 * @param rule the rule's id ({@code contribution.assess}) or the parameter's name ({@code 370000/employee/limits})
 * @param article the document and article it rests on
 * @param inputs by name, in the order in which they matter
 */
public record Trace(String rule, String article, Map<String, String> inputs, String outcome, List<Trace> children) {
    public Trace {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        children = List.copyOf(children);
    }
}
