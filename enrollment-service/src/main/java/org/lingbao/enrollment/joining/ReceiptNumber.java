package org.lingbao.enrollment.joining;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Numbers of receipts (受理回执编号): E, the business day, and twelve characters that a person can read out, such as
 * {@code E20260901-7K3M-9QXT-2HVB}. The characters carry 60 random bits, so that no two receipts of a day meet; the
 * letters I, L, O and U are left out, because they are misread.
 */
final class ReceiptNumber {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final int GROUPS = 3;
    private static final int GROUP = 4;

    private ReceiptNumber() {}

    static String next(LocalDate on) {
        var random = new SecureRandom(); // a static one would be frozen in a native image
        var number = new StringBuilder("E").append(DAY.format(on));
        for (var group = 0; group < GROUPS; group++) {
            number.append('-');
            for (var place = 0; place < GROUP; place++) {
                number.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
        }
        return number.toString();
    }
}
