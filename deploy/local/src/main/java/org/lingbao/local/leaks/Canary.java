package org.lingbao.local.leaks;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.lingbao.local.demo.MadeUpNumber;

/**
 * Somebody who is not there, and whose number, name, phone and bank card stand nowhere else.
 *
 * @param login a citizen of the realm
 */
record Canary(String login, String number, String name, String phone, String card) {
    private static final int LOGINS = 900_000_000;
    /** The kind of the one secret that is a word. */
    static final String NAME = "name";

    /** Characters that are in no other text here. */
    private static final int RARE = 0x3400;

    private static final int RARE_CHARACTERS = 0x1900;
    private static final String CARD = "62284%013d";
    private static final int DAYS = 30 * 365;
    private static final int OLDEST = 1960;

    /** A secret and what it is. */
    record Secret(String kind, String text) {
        /** Tells only what it is. */
        @Override
        public String toString() {
            return kind;
        }
    }

    static Canary of(Random random) {
        var born = LocalDate.of(OLDEST, 1, 1).plusDays(random.nextInt(DAYS));
        return new Canary(
                "citizen-" + (1 + random.nextInt(LOGINS)),
                MadeUpNumber.of("3707", born, 2 * random.nextInt(500) + 1),
                "尉迟" + rare(random) + rare(random),
                "19" + (100_000_000 + random.nextInt(900_000_000)),
                withCheckDigit(CARD.formatted(random.nextLong(1_000_000_000_000L))));
    }

    List<Secret> secrets() {
        return List.of(
                new Secret("identity number", number),
                new Secret(NAME, name),
                new Secret("phone", phone),
                new Secret("card", card));
    }

    private static String rare(Random random) {
        return Character.toString(RARE + random.nextInt(RARE_CHARACTERS));
    }

    /** Luhn's (ISO/IEC 7812), as on every bank card. */
    static String withCheckDigit(String digits) {
        var sum = 0;
        for (var at = 0; at < digits.length(); at++) {
            var digit = Character.digit(digits.charAt(digits.length() - 1 - at), 10);
            var weighed = at % 2 == 0 ? 2 * digit : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return digits + (10 - sum % 10) % 10;
    }
}
