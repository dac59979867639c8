package org.lingbao.rules.trace;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The inputs of a trace by name, in the order in which they matter. */
public record Inputs(Map<String, String> byName) {
    public Inputs {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    public static Inputs of(String name, Object value) {
        return new Inputs(Map.of(name, value.toString()));
    }

    /** These and one more; these stay as they are. */
    public Inputs and(String name, Object value) {
        var more = new LinkedHashMap<>(byName);
        more.put(name, value.toString());
        return new Inputs(more);
    }
}
