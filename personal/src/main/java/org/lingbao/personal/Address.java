package org.lingbao.personal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Where somebody lives or receives letters (通讯地址), shown as its beginning and stars. */
public record Address(String reveal) implements Personal {
    private static final int LONGEST = 200;
    private static final int SHOWN_AT_START = 6;

    @JsonCreator
    public Address {
        if (reveal.isBlank() || reveal.length() > LONGEST) {
            throw new IllegalArgumentException("an address has 1 to " + LONGEST + " characters");
        }
    }

    /** Half of it at most, however short it is. */
    @Override
    @JsonValue
    public String masked() {
        var signs = reveal.codePointCount(0, reveal.length());
        var shown = Math.min(SHOWN_AT_START, signs / 2);
        return reveal.substring(0, reveal.offsetByCodePoints(0, shown)) + "*".repeat(signs - shown);
    }

    @Override
    public String toString() {
        return masked();
    }
}
