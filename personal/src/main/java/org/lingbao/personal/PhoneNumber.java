package org.lingbao.personal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A telephone number of the Chinese mainland, or an international one with its plus sign. */
public record PhoneNumber(String reveal) implements Personal {
    private static final Pattern FORM = Pattern.compile("\\+?\\d{7,15}");
    private static final int SHOWN_AT_START = 3;
    private static final int SHOWN_AT_END = 2;

    @JsonCreator
    public PhoneNumber {
        if (!FORM.matcher(reveal).matches()) {
            throw new IllegalArgumentException("a phone number has 7 to 15 digits, with or without a leading +");
        }
    }

    @Override
    @JsonValue
    public String masked() {
        return reveal.substring(0, SHOWN_AT_START)
                + "*".repeat(reveal.length() - SHOWN_AT_START - SHOWN_AT_END)
                + reveal.substring(reveal.length() - SHOWN_AT_END);
    }

    @Override
    public String toString() {
        return masked();
    }
}
