package org.lingbao.rules.value;

import java.util.List;
import java.util.Optional;

/**
 * A province, prefecture or district (行政区划) by its GB/T 2260 code of six digits. The code need not be in today's list: old
 * documents name places that were abolished.
 *
 * @throws IllegalArgumentException unless the code is six digits
 */
public record Place(String code) implements Comparable<Place> {
    private static final int DIGITS = 6;
    private static final String WHOLE_PROVINCE = "0000";
    private static final String WHOLE_PREFECTURE = "00";

    public Place {
        if (!isCode(code)) {
            throw new IllegalArgumentException("a place is a six-digit GB/T 2260 code, not: " + code);
        }
    }

    /** Whether the other place lies in this one, or is it: a province or municipality covers its districts, a prefecture its own. */
    public boolean covers(Place other) {
        return other.code.startsWith(stem());
    }

    /** The province (or municipality, autonomous region) this place lies in. */
    public Place province() {
        return code.endsWith(WHOLE_PROVINCE) ? this : new Place(code.substring(0, 2) + WHOLE_PROVINCE);
    }

    /** The prefecture this place lies in; of a province, the province. */
    Place prefecture() {
        return new Place(code.substring(0, 4) + WHOLE_PREFECTURE);
    }

    /** The Chinese name, where the code is in today's list. */
    public Optional<String> name() {
        return Optional.ofNullable(Divisions.NAMES.get(this));
    }

    /**
     * Known places whose code differs from this one by a digit or by two swapped neighbours, at most five; where there are
     * none, those in which it would lie. Empty for a known place.
     */
    public List<Place> suggestions() {
        return Divisions.near(this);
    }

    private static boolean isCode(String text) {
        for (var position = 0; position < text.length(); position++) {
            if (text.charAt(position) < '0' || text.charAt(position) > '9') {
                return false;
            }
        }
        return text.length() == DIGITS;
    }

    /** The digits that every place inside this one begins with. */
    private String stem() {
        if (code.endsWith(WHOLE_PROVINCE)) {
            return code.substring(0, 2);
        }
        return code.endsWith(WHOLE_PREFECTURE) ? code.substring(0, 4) : code;
    }

    @Override
    public int compareTo(Place other) {
        return code.compareTo(other.code);
    }

    /** The code alone. */
    @Override
    public String toString() {
        return code;
    }
}
