package org.lingbao.personal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A social security number (社会保障号码): for citizens the resident identity number. Whether it is a valid one, the rules say. */
public record IdentityNumber(String reveal) implements Personal {
    private static final int LONGEST = 32;
    private static final int SHOWN_AT_END = 4;

    @JsonCreator
    public IdentityNumber {
        reveal = reveal.toUpperCase(Locale.ROOT);
        if (reveal.isBlank() || reveal.length() > LONGEST) {
            throw new IllegalArgumentException("an identity number has 1 to " + LONGEST + " characters");
        }
    }

    @Override
    @JsonValue
    public String masked() {
        return reveal.length() < SHOWN_AT_END * 2
                ? "*".repeat(reveal.length())
                : "*".repeat(reveal.length() - SHOWN_AT_END) + reveal.substring(reveal.length() - SHOWN_AT_END);
    }

    @Override
    public String toString() {
        return masked();
    }
}
