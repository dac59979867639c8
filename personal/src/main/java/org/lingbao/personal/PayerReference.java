package org.lingbao.personal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a bank calls somebody who brought money (付款人标识): nothing to anybody else. Shown as stars. */
public record PayerReference(String reveal) implements Personal {
    private static final int LONGEST = 64;

    /** A citizen's number, or one of a residence card, whatever stands around it. */
    private static final Pattern IDENTITY =
            Pattern.compile("[0-9]{6}(18|19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9X]");

    /** What is little by itself counts only where nothing but letters stand around it; at random it would be found everywhere. */
    private static final Pattern NUMBER = Pattern.compile("[A-Z]*(?:"
            + "[0-9]{8}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}" // the identity number of 15 digits
            + "|(?:0{0,2}86)?1[3-9][0-9]{9}" // a mobile phone
            + "|(?:0{0,2}86)?0[1-9][0-9]{8,10}" // a telephone with its area
            + "|62[0-9]{14,17}" // a bank card
            + ")[A-Z]*");

    /** At random one in thousands ends like a phone with a letter before it. */
    private static final Pattern UUID = Pattern.compile("[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}");

    @JsonCreator
    public PayerReference {
        if (reveal.isBlank() || reveal.length() > LONGEST) {
            throw new IllegalArgumentException("a payer's reference has 1 to " + LONGEST + " characters");
        }
    }

    /** Whether it is, or looks like, a number by which a person is known elsewhere: of a document, a telephone, a card. */
    public static boolean mayTellWho(String reference) {
        var written = reference.toUpperCase(Locale.ROOT);
        var rest = UUID.matcher(written).replaceAll("");
        return IDENTITY.matcher(written.replace("-", "")).find()
                || Stream.concat(Stream.of(rest.replace("-", "")), Arrays.stream(rest.split("-")))
                        .anyMatch(part -> NUMBER.matcher(part).matches());
    }

    @Override
    @JsonValue
    public String masked() {
        return "*".repeat(reveal.length());
    }

    @Override
    public String toString() {
        return masked();
    }
}
