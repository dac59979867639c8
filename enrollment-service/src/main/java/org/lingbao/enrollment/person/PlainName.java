package org.lingbao.enrollment.person;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A name as it is compared: how it was typed makes no difference, whether wide or narrow, with blanks or with one dot or another. */
final class PlainName {
    /** Blanks, hyphens and the dots that stand between the parts of a name. */
    private static final Pattern BETWEEN = Pattern.compile("[\\p{Z}\\s\\p{Pd}\\p{Cf}.·•‧・．]+");

    private PlainName() {}

    static String of(String name) {
        return BETWEEN.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
    }
}
