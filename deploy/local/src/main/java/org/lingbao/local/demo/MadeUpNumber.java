package org.lingbao.local.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * Identity numbers (公民身份号码, GB 11643) that are well formed and nobody's: they stand under 市辖区, the code of a
 * prefecture's districts as a whole, which is no district that issues numbers.
 */
public final class MadeUpNumber {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";

    private MadeUpNumber() {}

    /**
     * @param prefecture four digits, for example 3707 for Weifang
     * @param serial up to three digits; odd for men, even for women
     */
    public static String of(String prefecture, LocalDate born, int serial) {
        var body = "%s01%s%03d".formatted(prefecture, born.format(DateTimeFormatter.BASIC_ISO_DATE), serial);
        return body + checkDigit(body);
    }

    static char checkDigit(String body) {
        var sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * Character.digit(body.charAt(i), 10);
        }
        return CHECK_DIGITS.charAt(sum % CHECK_DIGITS.length());
    }
}
