package org.lingbao.local.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Who plays: new people for every story, so that it can be told again on the same stack.
 *
 * @param zhao the login of Zhao Qiang (赵强), a ride-hailing driver
 * @param sun the login of Sun Xiaoli (孙小丽), who is fifteen
 * @param day on which the story began
 */
record Cast(String zhao, String zhaoNumber, String sun, String sunNumber, LocalDate day) {
    static final String TERMINAL = "terminal-370702-0001";

    private static final int CITIZENS = 900_000_000;

    static Cast of(Memory memory, String today) {
        var day = LocalDate.parse(memory.once("day", () -> today));
        // 18 to 48 years before the day: old enough to work, and far from retirement.
        var grown = memory.once(
                "zhao.number",
                () -> MadeUpNumber.of("3707", day.minusYears(18).minusDays(random(30 * 365)), 2 * random(500) + 1));
        var young = memory.once(
                "sun.number",
                () -> MadeUpNumber.of("2306", day.minusYears(15).minusDays(random(360)), 2 * random(500)));
        return new Cast(
                memory.once("zhao.login", Cast::login), grown, memory.once("sun.login", Cast::login), young, day);
    }

    private static String login() {
        return "citizen-" + (1 + random(CITIZENS));
    }

    private static int random(int bound) {
        return ThreadLocalRandom.current().nextInt(bound);
    }

    YearMonth month() {
        return YearMonth.from(day);
    }
}
