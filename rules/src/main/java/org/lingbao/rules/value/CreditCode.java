package org.lingbao.rules.value;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A unified social credit code (统一社会信用代码, GB 32100-2015) of a company or another organisation: 18 signs without I, O, S, V
 * and Z, of which the last checks the others. It is public.
 */
public record CreditCode(String code) implements Comparable<CreditCode> {
    private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    /** Registering authority and kind, six digits of a place, the organisation's own number, the check character. */
    private static final Pattern FORM = Pattern.compile("[%1$s]{2}[0-9]{6}[%1$s]{10}".formatted(SIGNS));

    private static final int WEIGHT = 3;

    /** What came of reading a text. */
    public sealed interface Parsed {
        record Valid(CreditCode code) implements Parsed {}

        record Invalid(List<Reason> reasons) implements Parsed {
            public Invalid {
                reasons = List.copyOf(reasons);
                if (reasons.isEmpty()) {
                    throw new IllegalArgumentException("a refusal needs a reason");
                }
            }
        }
    }

    /** Why a text is no code. */
    public enum Reason {
        /** Not 18 of the signs in their places. */
        FORMAT,
        /** The check character does not fit: a sign was mistyped. Told only where the form holds. */
        CHECK_CHARACTER
    }

    /** @throws IllegalArgumentException unless it is a code; {@link #parse} tells why it is none */
    public CreditCode {
        if (!FORM.matcher(code).matches() || !checkHolds(code)) {
            throw new IllegalArgumentException("no unified social credit code: " + code);
        }
    }

    /** Reads a code as it is written in a licence or a token: in capitals, without blanks. */
    public static Parsed parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return new Parsed.Invalid(List.of(Reason.FORMAT));
        }
        return checkHolds(text)
                ? new Parsed.Valid(new CreditCode(text))
                : new Parsed.Invalid(List.of(Reason.CHECK_CHARACTER));
    }

    /** With the check character, the weighted sum of all signs is a multiple of their number. */
    private static boolean checkHolds(String code) {
        var sum = 0;
        var weight = 1;
        for (var position = 0; position < code.length(); position++) {
            // the last sign is the check character itself, whose weight is one
            sum += SIGNS.indexOf(code.charAt(position)) * (position < code.length() - 1 ? weight : 1);
            weight = weight * WEIGHT % SIGNS.length();
        }
        return sum % SIGNS.length() == 0;
    }

    @Override
    public int compareTo(CreditCode other) {
        return code.compareTo(other.code);
    }

    /** The code alone. */
    @Override
    public String toString() {
        return code;
    }
}
