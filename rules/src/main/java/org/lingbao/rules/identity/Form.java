package org.lingbao.rules.identity;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lingbao.rules.value.Place;

/** Where what stands in a number of 18 characters. */
final class Form {
    static final Pattern NUMBER = Pattern.compile("[0-9]{17}[0-9Xx]");
    private static final DateTimeFormatter BIRTH_DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private Form() {}

    static Optional<LocalDate> birthDate(String number) {
        try {
            return Optional.of(LocalDate.parse(number.substring(6, 14), BIRTH_DATE));
        } catch (DateTimeParseException noDayOfTheCalendar) {
            return Optional.empty();
        }
    }

    static Sex sexOf(String number) {
        return number.charAt(16) % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    static Place addressOf(String number) {
        return new Place(number.substring(0, 6));
    }

    /** Without the century and the check digit. */
    static String old(String number) {
        return number.substring(0, 6) + number.substring(8, 17);
    }

    /** Without a check digit. */
    static String withCentury(String old, String century) {
        return old.substring(0, 6) + century + old.substring(6);
    }

    /** A foreigner's card begins with one digit of its own, then the province that issued it. */
    static Place provinceOfCard(String number) {
        return new Place(number.substring(1, 3) + "0000");
    }
}
