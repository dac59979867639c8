package org.lingbao.personal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A person's name, shown as its first character and stars. */
public record PersonName(String reveal) implements Personal {
    private static final int LONGEST = 100;

    @JsonCreator
    public PersonName {
        if (reveal.isBlank() || reveal.length() > LONGEST) {
            throw new IllegalArgumentException("a name has 1 to " + LONGEST + " characters");
        }
    }

    @Override
    @JsonValue
    public String masked() {
        var first = reveal.codePointAt(0);
        return Character.toString(first) + "*".repeat(Math.max(1, reveal.codePointCount(0, reveal.length()) - 1));
    }

    @Override
    public String toString() {
        return masked();
    }
}
