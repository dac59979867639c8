package org.lingbao.rules.trace;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The inputs of a trace by name, in the order in which they matter. */
public final class Inputs {
    private final Map<String, String> byName = new LinkedHashMap<>();

    private Inputs() {}

    public static Inputs of(String name, Object value) {
        return new Inputs().and(name, value);
    }

    /** Adds one more to these, and returns these. */
    public Inputs and(String name, Object value) {
        byName.put(name, value.toString());
        return this;
    }

    Map<String, String> byName() {
        return Collections.unmodifiableMap(byName);
    }
}
